import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { annotationIdSchema } from '../../../../electron/contract/annotation.ts'
import { noteLimit } from '../../../../electron/contract/limits.ts'
import { deriveId } from '../../../../electron/services/backup/derive-id.ts'
import { mergeAnnotations } from '../../../../electron/services/backup/merge-annotations.ts'
import { sampleAnnotation } from '../../storage/sample-annotation.ts'

const now = 1_800_000_000_000
const none = { added: 0, newer: 0, kept: 0, same: 0, conflicts: 0 }
const base = { ...sampleAnnotation(1), revision: 3 }

const change = (members: Partial<Annotation>): Annotation => ({ ...base, ...members })
const merge = (stored: Annotation[], incoming: Annotation[]) => mergeAnnotations(stored, incoming, now)

describe('an annotation of a backup', () => {
  it('that is not here comes back as it was', () => {
    const gone = change({ deletedAt: 5 })
    expect(merge([], [base])).toEqual({ merged: [base], counts: { ...none, added: 1 }, changed: true })
    expect(merge([sampleAnnotation(2)], [gone]).merged).toEqual([sampleAnnotation(2), gone])
  })

  it('that has other tags at the same revision gets those of both, in one order on either laptop', () => {
    const here = { ...base, tags: ['Oil'], updatedAt: base.updatedAt + 1 }
    const there = { ...base, tags: ['gas', 'OIL'] }
    const merged = merge([here], [there])
    expect(merged).toMatchObject({
      merged: [{ tags: ['gas', 'OIL'], note: base.note }],
      counts: { conflicts: 1 },
    })
    expect(merge([there], [here]).merged).toMatchObject([{ tags: ['gas', 'OIL'] }])
    expect(merge([...merged.merged], [there]).changed).toBe(false)
  })

  it('that is here just so changes nothing', () => {
    const stored = [base]
    const result = merge(stored, [{ ...base, anchor: { ...base.anchor } }])
    expect(result).toEqual({ merged: stored, counts: { ...none, same: 1 }, changed: false })
    expect(result.merged).toBe(stored)
  })

  it('with a higher revision replaces the one here', () => {
    const newer = change({ revision: 4, note: 'Later' })
    expect(merge([base], [newer])).toEqual({ merged: [newer], counts: { ...none, newer: 1 }, changed: true })
  })

  it('with a lower revision does not', () => {
    const older = change({ revision: 2, note: 'Earlier', updatedAt: now * 2 })
    expect(merge([base], [older])).toEqual({ merged: [base], counts: { ...none, kept: 1 }, changed: false })
  })
})

describe('an annotation that was changed on both sides', () => {
  const here = change({ note: 'Written here', updatedAt: 20 })
  const there = change({ note: 'Written there', updatedAt: 10 })

  it('keeps both texts, the one written first before the other, as a new revision', () => {
    expect(merge([here], [there])).toEqual({
      merged: [change({ note: 'Written there\n\nWritten here', updatedAt: now, revision: 4 })],
      counts: { ...none, conflicts: 1 },
      changed: true,
    })
  })

  it('comes to the same note on both sides', () => {
    expect(merge([here], [there]).merged[0]?.note).toBe(merge([there], [here]).merged[0]?.note)
    const atOnce = change({ note: 'At once', updatedAt: 20 })
    expect(merge([here], [atOnce]).merged[0]?.note).toBe(merge([atOnce], [here]).merged[0]?.note)
  })

  it('has nothing more to merge when both sides have taken in each other’s backup', () => {
    const left = merge([here], [there]).merged
    const right = mergeAnnotations([there], [here], now + 1).merged
    expect(mergeAnnotations(left, right, now + 2)).toMatchObject({ changed: false, counts: { kept: 1 } })
  })

  it('is not merged twice', () => {
    const once = merge([here], [there]).merged
    expect(mergeAnnotations(once, [there], now + 1)).toEqual({
      merged: once,
      counts: { ...none, kept: 1 },
      changed: false,
    })
  })

  it('keeps the longer text where it holds the shorter', () => {
    const longer = change({ note: 'Written here, and more' })
    expect(merge([here], [longer]).merged[0]).toMatchObject({ note: 'Written here, and more', revision: 4 })
    expect(merge([longer], [here])).toMatchObject({ changed: false, counts: { kept: 1 } })
    expect(merge([change({ note: '' })], [here]).merged[0]?.note).toBe('Written here')
  })

  it('is not deleted where only one side has deleted it', () => {
    expect(merge([change({ deletedAt: 7 })], [base])).toMatchObject({
      merged: [{ deletedAt: null, revision: 4 }],
      counts: { conflicts: 1 },
    })
    expect(merge([base], [change({ deletedAt: 7 })])).toMatchObject({ changed: false, counts: { kept: 1 } })
  })

  it('keeps its colour where nothing else differs', () => {
    expect(merge([base], [change({ colour: 'red' })])).toMatchObject({ changed: false, counts: { kept: 1 } })
  })

  describe('in more words than a note holds', () => {
    const long = change({ note: 'a'.repeat(noteLimit) })
    const other = change({ note: 'b'.repeat(noteLimit), colour: 'red' })

    it('becomes two, each with its words', () => {
      const { merged, counts } = merge([long], [other])
      expect(counts).toEqual({ ...none, conflicts: 1 })
      expect(merged.map(({ note }) => note)).toEqual([long.note, other.note])
      expect(merged[0]).toEqual(long)
      expect(merged[1]).toMatchObject({ colour: 'red', revision: 1, anchor: base.anchor })
      expect(merged[1]?.id).not.toBe(base.id)
    })

    it('becomes no third one when it is done again, also where the second was changed since', () => {
      const [first, second] = merge([long], [other]).merged
      if (!first || !second) throw new Error('not two')
      const edited = { ...second, note: 'Shorter', revision: 2 }
      expect(merge([first, edited], [other])).toMatchObject({ merged: [first, edited], changed: false })
    })
  })
})

describe('deriveId', () => {
  it('makes the same id of the same words, and an id at all', () => {
    const id = deriveId(base.id, 'words')
    expect(annotationIdSchema.safeParse(id).success).toBe(true)
    expect(deriveId(base.id, 'words')).toBe(id)
  })

  it('makes another of other words or another id', () => {
    const ids = ['words', 'word', 'sword', ''].map((text) => deriveId(base.id, text))
    expect(new Set([...ids, deriveId(sampleAnnotation(2).id, 'words')]).size).toBe(5)
  })
})
