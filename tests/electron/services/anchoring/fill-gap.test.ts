// How words are aligned between two places that are known to agree.
import { describe, expect, it } from 'vitest'
import type { Alignment } from '../../../../electron/services/anchoring/alignment.ts'
import { createAlignment } from '../../../../electron/services/anchoring/alignment.ts'
import { fillGap, prolongRun } from '../../../../electron/services/anchoring/fill-gap.ts'
import { foldText } from '../../../../electron/services/anchoring/fold-text.ts'

function alignmentOf(oldText: string, newText: string): Alignment {
  return createAlignment(foldText(oldText), foldText(newText))
}

/** For each old word the new one that it is matched with, -1 for none. */
function filled(oldText: string, newText: string): number[] {
  const alignment = alignmentOf(oldText, newText)
  const { old, renewed } = alignment
  fillGap(alignment, { from: 0, to: old.words.length }, { from: 0, to: renewed.words.length })
  return [...alignment.wordMap]
}

describe('fillGap', () => {
  it('takes what was put in to begin where a sentence begins', () => {
    const renewed = 'One. The guest had come. The guest replied'
    expect(filled('One. The guest replied', renewed)).toEqual([0, 5, 6, 7])
    expect(filled(renewed, 'One. The guest replied')).toEqual([0, -1, -1, -1, -1, 1, 2, 3])
  })

  it('takes what was taken out to begin where a sentence began, whatever has become of its full stop', () => {
    expect(filled('so one. Two came one two four', 'so one two four')).toEqual([0, 1, -1, -1, -1, 2, 3])
  })

  it('takes it to begin as late as it can, where no sentence does', () => {
    expect(filled('so one two three', 'so one two one two three')).toEqual([0, 1, 2, 5])
  })

  it('matches words that are cut otherwise', () => {
    expect(filled('a well known fact', 'a wellknown fact')).toEqual([0, 1, 1, 2])
    expect(filled('a wellknown fact', 'a well known fact')).toEqual([0, 1, 3])
  })

  it('matches a word with a slip of the pen', () => {
    expect(filled('the agreement stands', 'the agreememt stands')).toEqual([0, 1, 2])
  })

  it('matches nothing in another text that shares but small words', () => {
    const words = filled(
      'alpha beta gamma the delta epsilon of zeta the eta of theta iota kappa',
      'uno dos tres the cuatro cinco of seis the siete of ocho nueve diez',
    )
    expect(words).toEqual(words.map(() => -1))
  })
})

describe('prolongRun', () => {
  it('goes on with the same words, up to where a sentence begins in both', () => {
    const alignment = alignmentOf('Z. a b c d e. F g', 'Y. Z. a b c d e. F h')
    prolongRun(alignment, { oldStart: 2, newStart: 3, length: 2 })
    // The words of the run itself are matched by others.
    expect([...alignment.wordMap]).toEqual([-1, 2, -1, -1, 5, 6, -1, -1])
  })

  it('leaves alone what is taken', () => {
    const alignment = alignmentOf('a b c d', 'a b c d')
    alignment.renewed.taken[3] = 1
    prolongRun(alignment, { oldStart: 1, newStart: 1, length: 1 })
    expect([...alignment.wordMap]).toEqual([0, -1, 2, -1])
  })
})
