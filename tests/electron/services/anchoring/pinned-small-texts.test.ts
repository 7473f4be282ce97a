// Holds what anchoring makes of short texts of few words, where the same words stand everywhere and nearly every decision is
// a close one: ties, bounds, ends of texts. As with the pinned places, whoever means to change a rule runs
// `npm run prove anchors`, and when its figures are no worse puts in the digests that this test prints.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { buildAnchor } from '../../../../electron/services/annotations/build-anchor.ts'
import { alignTexts } from '../../../../electron/services/anchoring/align-texts.ts'
import { foldText } from '../../../../electron/services/anchoring/fold-text.ts'
import { placeAnchors } from '../../../../electron/services/anchoring/place-anchors.ts'
import { createRandom, pick } from '../search/seeded-random.ts'

type Random = () => number

const words = 'the of and to a in is treaty river council border minister signed agreed peoples émigré'.split(
  ' ',
)
const marks = ['', '', '', ',', '.', '. ', ' —', '”', '?', '\n', '\n\n']
const upTo = (limit: number, random: Random): number => Math.floor(random() * limit)

/** Words with the marks behind them; the first of the list of words come more often. */
function writeText(length: number, variety: number, random: Random): string[] {
  return Array.from({ length }, () => {
    const word = words[Math.floor(variety * random() ** 1.5)] ?? 'the'
    return `${random() < 0.1 ? word.toUpperCase() : word}${random() < 0.3 ? pick(marks, random) : ''}`
  })
}

type Edit = (text: string[], random: Random) => string[]

/** Takes a stretch out and puts another in its place. */
function splice(text: readonly string[], at: number, removed: number, put: readonly string[]): string[] {
  return [...text.slice(0, at), ...put, ...text.slice(at + removed)]
}

const edits: Readonly<Record<string, Edit>> = {
  'words put in': (text, random) =>
    splice(text, upTo(text.length, random), 0, writeText(1 + upTo(6, random), words.length, random)),
  'words taken out': (text, random) => splice(text, upTo(text.length, random), 1 + upTo(6, random), []),
  'words replaced': (text, random) => {
    const length = 1 + upTo(5, random)
    return splice(text, upTo(text.length, random), length, writeText(length, words.length, random))
  },
  'a stretch moved': (text, random) => {
    const [from, length] = [upTo(text.length, random), 4 + upTo(20, random)]
    const rest = splice(text, from, length, [])
    return splice(rest, upTo(rest.length + 1, random), 0, text.slice(from, from + length))
  },
  'a stretch repeated': (text, random) => {
    const from = upTo(text.length, random)
    return splice(text, upTo(text.length, random), 0, text.slice(from, from + 3 + upTo(12, random)))
  },
  'letters changed': (text, random) =>
    text.map((word) => (random() < 0.15 ? word.replace(/[aeiou]/, (vowel) => `${vowel}${vowel}`) : word)),
  'cut at both ends': (text, random) => text.slice(upTo(9, random), text.length - upTo(9, random)),
  'written anew': (text, random) => writeText(text.length, words.length, random),
}

const casesPerEdit = 30
const anchorsPerCase = 6

interface Case {
  oldText: string
  newText: string
  anchors: ReturnType<typeof buildAnchor>[]
}

function makeCase(edit: Edit, random: Random): Case {
  const variety = pick([4, 8, words.length], random)
  const old = writeText(8 + upTo(110, random), variety, random)
  let renewed = old
  for (let times = 1 + upTo(4, random); times > 0; times -= 1) renewed = edit(renewed, random)
  const oldText = old.join(' ')
  const anchors = Array.from({ length: anchorsPerCase }, () => {
    const first = upTo(old.length, random)
    const start = old.slice(0, first).join(' ').length + (first === 0 ? 0 : 1)
    const quote = old.slice(first, first + 1 + upTo(12, random)).join(' ')
    // Some begin or end within a word, as a hasty mouse leaves them.
    const end = start + Math.max(1, quote.length - (random() < 0.2 ? 2 : 0))
    return buildAnchor(oldText, '0'.repeat(64), { start, end })
  })
  return { oldText, newText: renewed.join(' '), anchors }
}

/** All that follows from a case: the words and letters that are held to be the same, and the places of the anchors. */
function judge({ oldText, newText, anchors }: Case): string[] {
  const alignment = alignTexts(foldText(oldText), foldText(newText))
  if (alignment === null) throw new Error('no time ran out')
  const { wordMap, letterMap, likeness, old, renewed } = alignment
  const alike = Array.from(likeness, (share) => share.toFixed(4))
  const places = [oldText, null].flatMap((known) => placeAnchors({ oldText: known, newText, anchors }))
  return [
    ...[wordMap, letterMap, old.taken, renewed.taken, alike].map((list) => list.join(' ')),
    ...places.map((place) =>
      'start' in place ? `${place.kind} ${place.start} ${place.end} ${place.score.toFixed(4)}` : place.kind,
    ),
  ]
}

const pinned: Readonly<Record<string, string>> = {
  'words put in': 'ccd57adfbffa',
  'words taken out': 'a4addef9038a',
  'words replaced': '4bf5b74adbf7',
  'a stretch moved': '51f7709d59e9',
  'a stretch repeated': 'c00b60a37da1',
  'letters changed': '13720198720b',
  'cut at both ends': '7af4bca1244b',
  'written anew': 'c44555bd346c',
}

describe('what becomes of short texts of few words', () => {
  it.each(Object.entries(edits))('is as it was: %s', (name, edit) => {
    const random = createRandom(11)
    const hash = createHash('sha256')
    for (let number = 0; number < casesPerEdit; number += 1) {
      hash.update(judge(makeCase(edit, random)).join('\n'))
    }
    expect({ [name]: hash.digest('hex').slice(0, 12) }).toEqual({ [name]: pinned[name] })
  })
})
