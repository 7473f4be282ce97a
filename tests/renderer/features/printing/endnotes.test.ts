import { describe, expect, it } from 'vitest'
import { endnotesOf } from '../../../../renderer/features/printing/endnotes.ts'
import type { AnnotationEntry } from '../../../../renderer/state/annotation-entry.ts'
import { lantern, placeOf } from '../../made-up-library.ts'

function entry(words: string, note: string, change: Partial<AnnotationEntry> = {}): AnnotationEntry {
  return {
    id: words,
    articleId: lantern.id,
    contentHash: lantern.contentHash,
    ...placeOf(lantern, words),
    quote: words,
    colour: 'blue',
    style: 'highlight',
    note,
    tags: [],
    createdAt: 1,
    revision: 1,
    save: { kind: 'saved' },
    ...change,
  }
}

describe('endnotesOf', () => {
  it('numbers notes in the order of the text, each with its paragraph and the place of its number', () => {
    const later = entry('Boats counted', 'Who counted?')
    const earlier = entry('runs to four pages', ' Four? ')
    expect(endnotesOf(lantern, [later, earlier])).toMatchObject([
      { number: 1, paragraph: 2, end: earlier.end, quote: 'runs to four pages', note: 'Four?' },
      { number: 2, paragraph: 8, end: later.end, note: 'Who counted?' },
    ])
  })

  it('closes with the notes on the article as a whole', () => {
    const whole = entry('', 'On the whole', {
      id: 'whole',
      contentHash: null,
      start: 0,
      end: 0,
      colour: null,
    })
    const placed = entry('Boats counted', 'Who counted?')
    expect(endnotesOf(lantern, [whole, placed])).toMatchObject([
      { number: 1, note: 'Who counted?' },
      { number: 2, paragraph: null, end: null, quote: '', note: 'On the whole' },
    ])
  })

  it('leaves out highlights without a note and those of another edition', () => {
    const silent = entry('The treaty', '  ')
    const older = entry('open to the other', 'Old', { contentHash: 'f'.repeat(64) })
    expect(endnotesOf(lantern, [silent, older])).toEqual([])
  })

  it('gives a heading no paragraph, and puts what has lost its place last', () => {
    const standing = { kind: 'lost', before: '', after: '' } as const
    const lost = entry('On the first night', 'Lost', { standing, contentHash: 'f'.repeat(64) })
    const heading = entry('What was left out', 'What indeed')
    expect(endnotesOf(lantern, [lost, heading])).toMatchObject([
      { number: 1, paragraph: null, end: heading.end, note: 'What indeed' },
      { number: 2, paragraph: null, end: null, note: 'Lost' },
    ])
  })
})
