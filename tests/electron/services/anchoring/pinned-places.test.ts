// Holds every place that anchoring finds in texts that have been changed in all the ways of the proof. Readers' notes hang
// on these places, so that no change of the rules may move any of them unseen. Whoever means to move some runs
// `npm run prove anchors`, and when its figures are no worse puts in the digests that this test prints.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { buildAnchor } from '../../../../electron/services/annotations/build-anchor.ts'
import { placeAnchors } from '../../../../electron/services/anchoring/place-anchors.ts'
import type { Placement } from '../../../../electron/services/anchoring/placement.ts'
import type { EditionChange } from '../../../proofs/anchors/edition-changes.ts'
import { editionChanges } from '../../../proofs/anchors/edition-changes.ts'
import { takeApart } from '../../../proofs/anchors/written-text.ts'
import { createRandom, pick } from '../search/seeded-random.ts'

const endings = ['. ', '. ', '? ', '; ', ' — ', '.” ']

/** Paragraphs of made-up words, as often as words of a language are: no edit of an article may change what is pinned. */
function writeParagraphs(seed: number, count: number): string[] {
  const random = createRandom(seed)
  const letters = 'abcdefghilmnoprstuvw'.split('')
  const vocabulary = Array.from({ length: 900 }, (_, rank) =>
    Array.from({ length: 2 + (rank % 8) }, () => pick(letters, random)).join(''),
  )
  const word = (): string => vocabulary[Math.floor(vocabulary.length ** random())] ?? ''
  const sentence = (): string =>
    Array.from({ length: 5 + Math.floor(random() * 14) }, word).join(' ') + pick(endings, random)
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + Math.floor(random() * 5) }, sentence)
      .join('')
      .trim(),
  )
}

const text = takeApart(writeParagraphs(1, 14))
const strangers = takeApart(writeParagraphs(2, 8))
const highlightsPerRevision = 30

function describePlace(placement: Placement): string {
  return placement.kind === 'exact' || placement.kind === 'moved'
    ? `${placement.kind} ${placement.start} ${placement.end} ${placement.score.toFixed(3)}`
    : placement.kind
}

/** The places of all highlights in three revisions, with the old text at hand and without it. */
function placesAfter(change: EditionChange): string[] {
  const random = createRandom(5)
  return [1, 2, 3].flatMap(() => {
    const { old, renewed, highlights } = change.revise(text, strangers, highlightsPerRevision, random)
    const anchors = highlights.map(({ first, last }) => {
      const start = old.places.get(first)?.range.start ?? 0
      const end = old.places.get(last)?.range.end ?? 0
      return buildAnchor(old.text, '0'.repeat(64), { start, end })
    })
    return [old.text, null].flatMap((oldText) =>
      placeAnchors({ oldText, newText: renewed.text, anchors }).map(describePlace),
    )
  })
}

const digestOf = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12)

const pinned: Readonly<Record<string, string>> = {
  '1% of words changed': '61c6b87b7aa5',
  '5%': '3a7681c534c8',
  '20%': '51db887bd1cc',
  '40%': 'd1db7b2edb27',
  '30% of paragraphs moved': '9acc1d26fbe7',
  'moved, and 5% of words changed': 'a66334e0c1ef',
  '5 paragraphs put in': 'c15367df4158',
  'white space': 'd84aa09ca6ac',
  'quotes, dashes, ellipses': '2cf178ebdc0c',
  'ligatures, accents apart': '3faa57ffc5af',
  'soft hyphens': '8340dfa96028',
  'lines broken as in PDF': 'bb3e8adea9fe',
  'text out of HTML': 'b3386961ae80',
  'all of these, and 5%': 'c96a50df7f27',
  'repeated quotation, 5%': '20a73f7bacca',
  'repeated quotation, moved': 'e32ef9e6805f',
  'deleted, rest 5% changed': 'c276c81b705e',
  'replaced by other text, 5%': '95b378357312',
}

describe('the places that are found', () => {
  it.each(editionChanges.map((change) => [change.name, change] as const))(
    'are as they were: %s',
    (name, change) => {
      const places = placesAfter(change)
      expect(places.length).toBeGreaterThanOrEqual(highlightsPerRevision)
      expect({ [name]: digestOf(places) }).toEqual({ [name]: pinned[name] })
    },
  )
})
