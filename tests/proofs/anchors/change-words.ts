// What happens to the words of a text between two editions: changed, moved, put in, taken out. Runs everywhere.
import { pick } from '../../electron/services/search/seeded-random.ts'
import type { Item, Manuscript } from './written-text.ts'

/** A source of numbers from 0 up to 1. */
export type Random = () => number

/** Words that come in the place of others: those of the text itself, so that no stranger gives itself away. */
function wordsOf(manuscript: Manuscript): string[] {
  return manuscript.flat().map(({ text }) => text)
}

/**
 * Each word is changed with the given chance: in equal parts replaced, taken out, or another put in after it. A word put in
 * just before one that is taken out has replaced it: no reader could tell the difference.
 */
export function changeWords(manuscript: Manuscript, chance: number, random: Random): Manuscript {
  const words = wordsOf(manuscript)
  return manuscript.map((paragraph) => {
    const changed: Item[] = []
    for (const item of paragraph) {
      const other = pick(words, random)
      const kind = random() < chance ? Math.floor(random() * 3) : -1
      const last = changed.at(-1)
      if (kind === 0) {
        changed.push({ ...item, text: other, isReplaced: item.isReplaced || other !== item.text })
      } else if (kind === 1) {
        if (last?.id === null) changed[changed.length - 1] = { ...last, id: item.id, isReplaced: true }
      } else {
        changed.push(item)
        if (kind === 2) changed.push({ id: null, text: other, isReplaced: false })
      }
    }
    return changed
  })
}

/** The given share of the paragraphs is put elsewhere. */
export function moveParagraphs(manuscript: Manuscript, share: number, random: Random): Manuscript {
  const moved = manuscript.filter(() => random() < share)
  const rest = manuscript.filter((paragraph) => !moved.includes(paragraph))
  for (const paragraph of moved) rest.splice(Math.floor(random() * (rest.length + 1)), 0, paragraph)
  return rest
}

/** Paragraphs of another text are put in. */
export function insertParagraphs(
  manuscript: Manuscript,
  others: readonly (readonly Item[])[],
  random: Random,
): Manuscript {
  const result = [...manuscript]
  for (const paragraph of others) {
    const inserted = paragraph.map((item) => ({ ...item, id: null }))
    result.splice(Math.floor(random() * (result.length + 1)), 0, inserted)
  }
  return result
}

/** The words with these ids are taken out. */
export function removeWords(manuscript: Manuscript, isGone: (id: number) => boolean): Manuscript {
  return manuscript.map((paragraph) => paragraph.filter(({ id }) => id === null || !isGone(id)))
}

/**
 * Writes one stretch of the text into so many other places, within paragraphs, and numbers all words afresh. Answers
 * the new manuscript and where each copy, the first one among them, starts.
 */
export function repeatWords(
  manuscript: Manuscript,
  length: number,
  copies: number,
  random: Random,
): { manuscript: Manuscript; starts: number[] } {
  const source = pick(
    manuscript.filter((paragraph) => paragraph.length > length),
    random,
  )
  const from = Math.floor(random() * (source.length - length))
  const quotation = source.slice(from, from + length)
  const marked = manuscript.map((paragraph) => paragraph.map((item) => ({ item, isStart: false })))
  const marks = quotation.map((item, index) => ({ item: { ...item }, isStart: index === 0 }))
  const at = manuscript.indexOf(source)
  marked[at]?.splice(from, length, ...marks.map((mark) => ({ ...mark })))
  for (let copy = 0; copy < copies; copy += 1) {
    const paragraph = pick(marked, random)
    const places = [...paragraph.keys(), paragraph.length].filter((place) => isFree(paragraph, place, length))
    if (places.length > 0) paragraph.splice(pick(places, random), 0, ...marks.map((mark) => ({ ...mark })))
  }
  let id = 0
  const starts: number[] = []
  const renumbered = marked.map((paragraph) =>
    paragraph.map(({ item, isStart }) => {
      if (isStart) starts.push(id)
      return { ...item, id: id++ }
    }),
  )
  return { manuscript: renumbered, starts }
}

/** Whether words can be put in here without tearing a copy apart. */
function isFree(paragraph: readonly { isStart: boolean }[], place: number, length: number): boolean {
  return !paragraph.slice(Math.max(0, place - length + 1), place).some(({ isStart }) => isStart)
}
