// Two whole texts aligned, for as long as there is time.
import { describe, expect, it } from 'vitest'
import { alignTexts } from '../../../../electron/services/anchoring/align-texts.ts'
import { foldText } from '../../../../electron/services/anchoring/fold-text.ts'
import { strangers } from './align-same-words.ts'

const old = foldText('The guest replied that trade had grown.')
const renewed = foldText('Then the guest replied that trade had shrunk.')

describe('alignTexts', () => {
  it('finds the words that stayed', () => {
    expect([...(alignTexts(old, renewed)?.wordMap ?? [])]).toEqual([1, 2, 3, 4, 5, 6, -1])
  })

  it('answers nothing rather than half of it where the time has run out', () => {
    expect(alignTexts(old, renewed, () => false)).toBeNull()
    for (const lastTurn of [0, 1]) {
      let turn = -1
      const mayGoOn = (): boolean => (turn += 1) !== lastTurn
      expect(alignTexts(old, renewed, mayGoOn)).toBeNull()
    }
  })
})

describe('words that have left the order of the others', () => {
  const [first, second] = [strangers('a', 60), strangers('b', 60)]

  /** Which of the words of the passage are found again, when it has been moved behind all others and written anew. */
  function found(passage: string, written: string): string {
    const { length } = first.split(' ')
    const oldText = foldText(`${first} ${passage} ${second}`)
    const alignment = alignTexts(oldText, foldText(`${first} ${second} ${written}`))
    const kept = passage.split(' ').filter((_, word) => (alignment?.wordMap[length + word] ?? -1) >= 0)
    return kept.join(' ')
  }

  it('have been moved if they are six, else they stand there by chance', () => {
    expect(found('one two three four five six', 'one two three four five six')).toBe(
      'one two three four five six',
    )
    expect(found('one two three four five', 'one two three four five')).toBe('')
  })

  const [head, tail] = ['one two three', 'four five six']
  it('may lie forty words apart', () => {
    expect(found(`${head} ${strangers('x', 40)} ${tail}`, `${head} ${strangers('y', 40)} ${tail}`)).toBe(
      `${head} ${tail}`,
    )
    expect(found(`${head} ${strangers('x', 41)} ${tail}`, `${head} ${strangers('y', 41)} ${tail}`)).toBe('')
  })

  it('may have twelve words put in between them, or twice as many as there were and twelve', () => {
    expect(found(`${head} ${tail}`, `${head} ${strangers('y', 12)} ${tail}`)).toBe(`${head} ${tail}`)
    expect(found(`${head} ${tail}`, `${head} ${strangers('y', 13)} ${tail}`)).toBe('')
    const apart = `${head} ${strangers('x', 5)} ${tail}`
    expect(found(apart, `${head} ${strangers('y', 22)} ${tail}`)).toBe(`${head} ${tail}`)
    expect(found(apart, `${head} ${strangers('y', 23)} ${tail}`)).toBe('')
  })

  it('may have lost those between them', () => {
    expect(found(`${head} ${strangers('x', 9)} ${tail}`, `${head} ${tail}`)).toBe(`${head} ${tail}`)
  })
})
