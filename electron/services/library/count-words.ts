// Counts words in any script. Plain Node.

/** Of the undetermined language: word bounds then follow Unicode alone, and not the machine's own locale. */
const words = new Intl.Segmenter('und', { granularity: 'word' })

/** Number of words in a text, by Unicode's rules for word bounds (UAX 29); "twenty-five" counts two. */
export function countWords(text: string): number {
  let count = 0
  for (const segment of words.segment(text)) if (segment.isWordLike) count += 1
  return count
}
