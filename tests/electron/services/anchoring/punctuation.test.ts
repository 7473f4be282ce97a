// Punctuation is the same however it is written.
import { describe, expect, it } from 'vitest'
import {
  endOfSameMarks,
  findSameMarks,
  startOfSameMarks,
} from '../../../../electron/services/anchoring/punctuation.ts'

const whole = (text: string) => ({ text, from: 0, to: text.length })
/** What stands between the bars of a text, the bars themselves left out. */
function between(barred: string) {
  const [before = '', within = '', behind = ''] = barred.split('|')
  return { text: before + within + behind, from: before.length, to: before.length + within.length }
}

describe('the marks that begin a stretch', () => {
  it.each([
    ['”.', '”.', '”.'],
    ['”.', '".', '".'],
    ['”', '” —', '”'],
    ['” —', '”', '”'],
    ['”—', '” -', '” -'],
    ['--', '—', '—'],
    ['—', '--', '--'],
    ['- -', '—', '—'],
    ['- -', '- -', '- -'],
    ['—', '- -', '-'],
    ['…', '...', '...'],
    ['…', '. . .', '.'],
    ["''", '“', '“'],
    ['?', '！', ''],
    ['?', '？', '？'],
    ['?”', '!”', ''],
    ['?”', '?!”', '?'],
    ['−', '-', '-'],
    ['\u00ad?', '?', '?'],
    ['', '”', ''],
    ['”', '', ''],
    ['𐬻', '𐬻.', '𐬻'],
  ])('of %j, as %j begins with them: %j', (wanted, found, same) => {
    expect(found.slice(0, endOfSameMarks(whole(wanted), whole(found)))).toBe(same)
  })

  it('are told by their places in the whole text', () => {
    expect(endOfSameMarks(between('ab|”.|”c'), between('abc|”|.d'))).toBe(4)
    expect(endOfSameMarks(between('a||”'), between('abc|”|'))).toBe(3)
  })
})

describe('the marks that end a stretch', () => {
  it.each([
    ['(“', '(“', '(“'],
    ['“', '("', '"'],
    ['(“', '“', '“'],
    ['(“', '[“', '“'],
    ['(“', '(', ''],
    ['—', '--', '--'],
    ['—', '- -', '-'],
    ['— (', '- (', '- ('],
    ['', '(', ''],
  ])('of %j, as %j ends with them: %j', (wanted, found, same) => {
    expect(found.slice(startOfSameMarks(whole(wanted), whole(found)))).toBe(same)
  })

  it('are told by their places in the whole text', () => {
    expect(startOfSameMarks(between('ab|(“|c'), between('abc|(“|d'))).toBe(3)
    expect(startOfSameMarks(between('a||“'), between('abc|“|'))).toBe(4)
  })
})

/** What of `found` the marks between the bars have become. */
function marksIn(chosen: string, found: string): string | null {
  const { text, from, to } = between(chosen)
  const place = findSameMarks({ text, from, to }, whole(text), whole(found))
  return place === null ? null : found.slice(place.start, place.end)
}

describe('marks that were chosen among those between two words', () => {
  it.each([
    ['|”| — (', '" - (', '"'],
    ['” |—| (', '" - (', '-'],
    ['” — |(|', '" - (', '('],
    ['” |— (|', '" - (', '- ('],
    ['|” — (|', '" - (', '" - ('],
    ['”| — |(', '"-(', '-'],
    ['.|.|.', '…', '…'],
  ])('are found in the new writing: %j in %j', (chosen, found, marks) => {
    expect(marksIn(chosen, found)).toBe(marks)
  })

  it.each([
    ['” |—| (', '" ('],
    ['” |—|', '" - ('],
    ['” |—| (', '" - ['],
    ['”| |—', '"-'],
    ['||”', '"'],
    ['”||', '"'],
    ['| |', ' '],
  ])('are not found where others have come, or where there are none: %j in %j', (chosen, found) => {
    expect(marksIn(chosen, found)).toBeNull()
  })
})
