// Tells how strongly words are parted from the one before it. Pure; runs in the anchoring worker.
import type { FoldedText } from './fold-text.ts'

const lines = /[\n\r\u2028\u2029]/
const sentences = /[.!?;:…。！？]/

/** From this strength on the word begins a line. */
export const lineBreak = 2

/**
 * How strongly each word is parted from the one before it: 3 where it begins a line after a sentence, 2 where it begins a
 * line, 1 after a sentence, else 0.
 */
export function listBreaks({ text, starts, ends, wordStarts }: FoldedText): Uint8Array {
  const breaks = new Uint8Array(wordStarts.length - 1)
  for (let word = 0; word < breaks.length; word += 1) {
    const letter = wordStarts[word] ?? 0
    const from = letter === 0 ? 0 : (ends[letter - 1] ?? 0)
    const to = starts[letter] ?? text.length
    // Nearly always there is but a space.
    if (word > 0 && to - from === 1 && text.charCodeAt(from) === 0x20) continue
    const between = text.slice(from, to)
    breaks[word] = (word === 0 || lines.test(between) ? lineBreak : 0) + Number(sentences.test(between))
  }
  return breaks
}
