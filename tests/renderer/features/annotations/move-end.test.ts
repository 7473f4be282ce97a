import { describe, expect, it } from 'vitest'
import { highlightColours, plainColourLines } from '../../../../electron/contract/limits.ts'
import type { End, Step } from '../../../../renderer/features/annotations/move-end.ts'
import { moveEnd, nearestPlace, withEnd } from '../../../../renderer/features/annotations/move-end.ts'
import { exchangeLines } from '../../../../renderer/features/settings/colours-section.tsx'

const text = 'A treaty was signed.\nBoth “sides” 👩‍🚀 kept the keeper’s log.'
const rangeOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

function moved(words: string, end: End, step: Step, direction: -1 | 1): string | null {
  const range = moveEnd(text, rangeOf(words), { end, step, direction })
  return range && text.slice(range.start, range.end)
}

describe('an end of a highlight', () => {
  it.each([
    ['start', 'word', -1, 'was signed', 'treaty was signed'],
    ['start', 'word', 1, 'treaty was', 'was'],
    ['end', 'word', 1, 'treaty', 'treaty was'],
    ['end', 'word', -1, 'treaty was', 'treaty'],
    ['end', 'word', 1, 'signed', 'signed.\nBoth'],
    ['start', 'word', -1, 'Both', 'signed.\nBoth'],
    ['end', 'word', 1, 'Both', 'Both “sides'],
    ['end', 'word', 1, 'the', 'the keeper’s'],
    ['end', 'character', 1, 'treaty', 'treaty '],
    ['start', 'character', -1, 'treaty', ' treaty'],
    ['end', 'character', 1, '” ', '” 👩‍🚀'],
    ['start', 'character', 1, '👩‍🚀 kept', ' kept'],
  ] as const)('%s by a %s (%i) makes “%s” “%s”', (end, step, direction, words, expected) => {
    expect(moved(words, end, step, direction)).toBe(expected)
  })

  it.each([
    ['start', 'A', -1],
    ['end', 'log', 1],
    ['end', 'treaty', -1],
    ['start', 'treaty', 1],
  ] as const)('%s of “%s” (%i) has nowhere to go', (end, words, direction) => {
    expect(moved(words, end, 'word', direction)).toBeNull()
  })

  it('is all that is told of what was moved, whatever else it is', () => {
    const entry = { ...rangeOf('was'), revision: 2 }
    expect(withEnd(text, entry, 'end', entry.end + 7)).toEqual({ start: entry.start, end: entry.end + 7 })
  })

  it('goes to the nearest word where it is dragged, and never past the other', () => {
    const place = text.indexOf('signed') + 4
    expect(nearestPlace(text, place, 'end', 'word')).toBe(rangeOf('signed').end)
    expect(nearestPlace(text, place, 'start', 'word')).toBe(rangeOf('signed').start)
    expect(nearestPlace(text, place, 'end', 'character')).toBe(place)
    expect(withEnd(text, rangeOf('was'), 'end', 3)).toBeNull()
    expect(withEnd(text, rangeOf('was'), 'end', rangeOf('was').start)).toBeNull()
  })
})

describe('the lines of colours', () => {
  it('change places, so that each colour keeps one of its own', () => {
    const lines = exchangeLines(plainColourLines, 'yellow', 'wavy')
    expect(lines).toMatchObject({ yellow: 'wavy', red: 'solid', green: 'dashed' })
    expect(new Set(Object.values(lines)).size).toBe(highlightColours.length)
    expect(exchangeLines(lines, 'green', 'dashed')).toEqual(lines)
  })
})
