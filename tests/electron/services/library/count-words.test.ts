import { describe, expect, it } from 'vitest'
import { countWords } from '../../../../electron/services/library/count-words.ts'
import { createRandom, pick } from '../search/seeded-random.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })
/** By the segmenter alone, which is handed the whole text. */
const countAtOnce = (text: string): number =>
  [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length

const pieces = [
  'treaty',
  'Beijing’s',
  '3.5',
  'e\u0301tat',
  '条约和平',
  '🏮',
  '，',
  '。',
  ' ',
  '\n',
  ' – ',
  '—',
  "don't",
  'к',
].flatMap((word) => [word, `${word} `])

describe('countWords', () => {
  it.each([
    ['', 0],
    ['twenty-five boats', 3],
    ['Beijing’s 3.5 metres', 3],
    [' \n ', 0],
  ])('counts the words of %j', (text, count) => {
    expect(countWords(text)).toBe(count)
  })

  it('counts the same in pieces as at once, wherever these end', () => {
    const random = createRandom(3)
    for (let run = 0; run < 40; run += 1) {
      const text = Array.from({ length: 400 }, () => pick(pieces, random)).join('')
      expect(countWords(text)).toBe(countAtOnce(text))
    }
  })

  it('counts a hundred thousand words at once, where the segmenter alone would take minutes', () => {
    expect(countWords('treaty’s '.repeat(100_000))).toBe(100_000)
  })
})
