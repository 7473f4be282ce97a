// Two texts whose same words are known to belong together. Runs everywhere.
import type { Alignment } from '../../../../electron/services/anchoring/alignment.ts'
import { createAlignment, matchWords } from '../../../../electron/services/anchoring/alignment.ts'
import { foldText } from '../../../../electron/services/anchoring/fold-text.ts'

/** Two texts of which the words of the same spelling are matched; each word stands once in a text. */
export function alignSameWords(oldText: string, newText: string): Alignment {
  const alignment = createAlignment(foldText(oldText), foldText(newText))
  alignment.old.words.forEach((word, at) => {
    const found = alignment.renewed.words.indexOf(word)
    if (found >= 0) matchWords(alignment, at, found)
  })
  return alignment
}

/** So many words that stand nowhere else and are like no other: `o0 o1 o2`. */
export function strangers(letter: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${letter}${index}`).join(' ')
}
