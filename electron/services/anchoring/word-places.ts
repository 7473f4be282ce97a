// Says where each word stands in a text. Pure; runs in the anchoring worker.

/** The places of a word, by its number, in text order. */
export type WordPlaces = (word: number) => Uint32Array

/** Sorts the places of a sequence by their words, of which there are `wordCount` numbers. */
export function indexPlaces(sequence: Uint32Array, wordCount: number): WordPlaces {
  const firsts = new Uint32Array(wordCount + 1)
  for (const word of sequence) firsts[word + 1] = (firsts[word + 1] ?? 0) + 1
  firsts.forEach((count, word) => {
    firsts[word] = count + (firsts[word - 1] ?? 0)
  })
  const next = firsts.slice()
  const places = new Uint32Array(sequence.length)
  for (const [place, word] of sequence.entries()) {
    const at = next[word] ?? 0
    places[at] = place
    next[word] = at + 1
  }
  return (word) => places.subarray(firsts[word], firsts[word + 1])
}
