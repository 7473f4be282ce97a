// Numbers the words of two texts alike, so that comparing two words is comparing two numbers, and says how much each
// word tells. Pure; runs in the anchoring worker.
import type { FoldedText } from './fold-text.ts'
import { wordCountOf } from './fold-text.ts'

/** The words of several texts under one numbering. */
export interface Vocabulary {
  spellings: readonly string[]
  /** The first and the last unit of each spelling, so that most unlike words are told apart without reading them. */
  firstUnits: Uint16Array
  lastUnits: Uint16Array
  /**
   * What it tells that a word stands at the same place in two texts, from 0.05 ("the") to 1 (a word that stands nowhere
   * else): the square of its inverse document frequency, each word of the texts counting as a document.
   */
  weights: Float64Array
}

/** The least weight of a word. */
const leastWeight = 0.05

/** Gives each word of the texts its number; the sequences are in the order of the texts. */
export function numberWords(texts: readonly FoldedText[]): {
  sequences: Uint32Array[]
  vocabulary: Vocabulary
} {
  const numbers = new Map<string, number>()
  const spellings: string[] = []
  const counts: number[] = []
  const sequences = texts.map((folded) => {
    const sequence = new Uint32Array(wordCountOf(folded))
    for (let word = 0; word < sequence.length; word += 1) {
      const spelling = folded.letters.slice(folded.wordStarts[word], folded.wordStarts[word + 1])
      let number = numbers.get(spelling)
      if (number === undefined) {
        number = spellings.length
        numbers.set(spelling, number)
        spellings.push(spelling)
      }
      counts[number] = (counts[number] ?? 0) + 1
      sequence[word] = number
    }
    return sequence
  })
  const total = sequences.reduce((sum, { length }) => sum + length, 0)
  const weights = Float64Array.from(counts, (count) => {
    const rarity = total < 2 ? 1 : Math.log(total / count) / Math.log(total)
    return Math.max(leastWeight, rarity * rarity)
  })
  const firstUnits = Uint16Array.from(spellings, (spelling) => spelling.charCodeAt(0))
  const lastUnits = Uint16Array.from(spellings, (spelling) => spelling.charCodeAt(spelling.length - 1))
  return { sequences, vocabulary: { spellings, firstUnits, lastUnits, weights } }
}

/** The weight of a word by its number. */
export function weightOf({ weights }: Vocabulary, number: number | undefined): number {
  return weights[number ?? -1] ?? 0
}

/**
 * How alike two words are: 1 for the same word, over a half where they share most of their letters (an ending that has
 * changed, a slip of the pen), else 0. Words under five letters are alike only when they are the same.
 */
export function likenessOf(
  { spellings, firstUnits, lastUnits }: Vocabulary,
  one: number,
  other: number,
): number {
  if (one === other) return 1
  if (firstUnits[one] !== firstUnits[other] && lastUnits[one] !== lastUnits[other]) return 0
  const left = spellings[one] ?? ''
  const right = spellings[other] ?? ''
  const shorter = Math.min(left.length, right.length)
  const longer = Math.max(left.length, right.length)
  if (shorter < 5 || longer - shorter > 4) return 0
  // Unlike words part before the longer one ends.
  let head = 0
  while (left[head] === right[head]) head += 1
  let tail = 0
  while (tail < shorter - head && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail += 1
  const share = (head + tail) / longer
  return share >= 0.7 ? share * 0.9 : 0
}
