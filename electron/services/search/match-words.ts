// Finds patterns in the words of a text. Everything that is decided or lit by words goes through here, so that
// what was found is also what is lit. Pure; runs in the search worker.
import type { TextRange } from '../../contract/text-range.ts'
import type { FormId } from './lexicon.ts'
import type { WordList } from './searchable-article.ts'

/** Words in a row, each given by the forms that will do. A single word is a row of one. */
export interface Pattern {
  steps: ReadonlySet<FormId>[]
  /** A lone Chinese or Japanese character: of a matching pair, only this character is lit. */
  character: string | null
}

/** One place where a pattern was found: which, from which word to which (indexes), and the UTF-16 offsets. */
export interface Match extends TextRange {
  pattern: number
  firstWord: number
  lastWord: number
}

/** Finds any of some patterns, in text order. */
export type Matcher = (text: string, words: WordList) => Match[]

function fitsAt({ steps }: Pattern, { forms }: WordList, first: number): boolean {
  return steps.every((step, index) => {
    const form = forms[first + index]
    return form !== undefined && step.has(form)
  })
}

/** Whether the pattern is anywhere among the words. */
export function occursIn(pattern: Pattern, words: WordList): boolean {
  const [firstStep] = pattern.steps
  if (!firstStep) return false
  return words.forms.some((form, index) => firstStep.has(form) && fitsAt(pattern, words, index))
}

/** Narrows the stretch of a pair to one character where that stands in the text as it was asked for. */
function narrow(range: TextRange, text: string, character: string | null): TextRange {
  if (character === null) return range
  const offset = text.slice(range.start, range.end).indexOf(character)
  return offset < 0 ? range : { start: range.start + offset, end: range.start + offset + character.length }
}

/** Prepares the search for some patterns. */
export function createMatcher(patterns: readonly Pattern[]): Matcher {
  const byFirstForm = new Map<FormId, number[]>()
  for (const [index, { steps }] of patterns.entries()) {
    for (const form of steps[0] ?? []) byFirstForm.set(form, [...(byFirstForm.get(form) ?? []), index])
  }

  return (text, words) => {
    const matches: Match[] = []
    for (const [firstWord, form] of words.forms.entries()) {
      for (const index of byFirstForm.get(form) ?? []) {
        const pattern = patterns[index]
        if (!pattern || !fitsAt(pattern, words, firstWord)) continue
        const lastWord = firstWord + pattern.steps.length - 1
        const whole = { start: words.starts[firstWord] ?? 0, end: words.ends[lastWord] ?? 0 }
        matches.push({ ...narrow(whole, text, pattern.character), pattern: index, firstWord, lastWord })
      }
    }
    return matches
  }
}

/** The stretches that matches cover, in text order: those that overlap become one, a phrase swallows its words. */
export function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}
