// Tells how strongly words are parted from the one before it. Pure; runs in the anchoring worker.
import type { FoldedText } from './fold-text.ts'
import { gapBefore } from './fold-text.ts'

const lines = /[\n\r\u2028\u2029]/
const sentences = /[.!?;:…。！？]/

/** From this strength on the word begins a line. */
export const lineBreak = 2

/**
 * How strongly each word is parted from the one before it: 3 where it begins a line after a sentence, 2 where it begins a
 * line, 1 after a sentence, else 0.
 */
export function listBreaks(folded: FoldedText): Uint8Array {
  return Uint8Array.from(folded.wordStarts.subarray(0, -1), (letter, word) => {
    const { text, from, to } = gapBefore(folded, letter)
    const between = text.slice(from, to)
    return (word === 0 || lines.test(between) ? lineBreak : 0) + Number(sentences.test(between))
  })
}
