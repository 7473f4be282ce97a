// Texts whose words keep their identity while they are changed, so that the true place of a quotation stays known.
// Runs everywhere.
import type { TextRange } from '../../../electron/contract/text-range.ts'

/** A word with the punctuation on it. */
export interface Item {
  /** The same through all changes; `null` for a word that was put in. */
  id: number | null
  text: string
  /** Whether another word has come in its place. */
  isReplaced: boolean
}

/** The paragraphs of a text as their words. */
export type Manuscript = readonly (readonly Item[])[]

/** How a text is put on paper: what stands before a word, by whether it begins a paragraph. */
export type Spacing = (isFirst: boolean) => string

/** A text with the offsets of its words. */
export interface WrittenText {
  text: string
  /** By the words' ids. */
  places: Map<number, { range: TextRange; isReplaced: boolean }>
}

/** Numbers the words of a text. */
export function takeApart(paragraphs: readonly string[]): Manuscript {
  let id = 0
  return paragraphs.map((paragraph) =>
    (paragraph.match(/\S+/g) ?? []).map((text) => ({ id: id++, text, isReplaced: false })),
  )
}

const plainSpacing: Spacing = (isFirst) => (isFirst ? '\n' : ' ')

/** The number of a note stands on a word and is no part of it. */
const noteMark = /\[\d+\]$/

/** Writes a manuscript down. */
export function write(manuscript: Manuscript, spacing: Spacing = plainSpacing): WrittenText {
  const places: WrittenText['places'] = new Map()
  let text = ''
  for (const paragraph of manuscript) {
    for (const [index, item] of paragraph.entries()) {
      if (text !== '') text += spacing(index === 0)
      const { length } = item.text.replace(noteMark, '')
      const range = { start: text.length, end: text.length + length }
      if (item.id !== null) places.set(item.id, { range, isReplaced: item.isReplaced })
      text += item.text
    }
  }
  return { text, places }
}

/** Where the words `first` to `last` stand now; `null` where none of them is left as it was. */
export function truePlace({ places }: WrittenText, first: number, last: number): TextRange | null {
  let start = Infinity
  let end = -Infinity
  let isLeft = false
  for (let id = first; id <= last; id += 1) {
    const place = places.get(id)
    if (place === undefined) continue
    start = Math.min(start, place.range.start)
    end = Math.max(end, place.range.end)
    isLeft ||= !place.isReplaced
  }
  return isLeft ? { start, end } : null
}
