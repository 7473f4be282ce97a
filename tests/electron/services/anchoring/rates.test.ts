// The goals of `npm run prove anchors`, on the bundled articles and with fewer highlights.
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { editionChanges } from '../../../proofs/anchors/edition-changes.ts'
import type { Tally } from '../../../proofs/anchors/measure-change.ts'
import { isMet, measureChange } from '../../../proofs/anchors/measure-change.ts'
import { readBundledTexts } from '../../../proofs/anchors/source-texts.ts'

const texts = await readBundledTexts(resolve(import.meta.dirname, '../../../..'))
const body = { name: 'Bundled articles', texts, highlightsPerRow: 600, highlightsPerRevision: 20 }

function tallyOf(right: number, wrong: number, none: number): Tally {
  return { right, wrong, none, toldWrong: 0, milliseconds: 0 }
}

describe('highlights on the bundled articles', { timeout: 30_000 }, () => {
  it.each(editionChanges.map((change) => [change.name, change] as const))(
    'find their place: %s',
    (_, change) => {
      const misses: string[] = []
      const rules = ['with the old text'] as const
      const tallies = measureChange(change, body, 3, rules, (line) => misses.push(line))
      const tally = tallies['with the old text']
      expect(tally.right + tally.wrong + tally.none).toBeGreaterThanOrEqual(600)
      expect({ isMet: isMet(change, tally), misses }).toMatchObject({ isMet: true })
    },
  )
})

describe('the goal of a change', () => {
  const [change] = editionChanges
  it('is missed by one wrong place, and by one place not found', () => {
    if (change === undefined) throw new Error('there are no changes')
    expect(isMet(change, tallyOf(1000, 0, 0))).toBe(true)
    expect(isMet(change, tallyOf(1000, 1, 0))).toBe(false)
    expect(isMet(change, tallyOf(1000, 0, 1))).toBe(false)
  })
})
