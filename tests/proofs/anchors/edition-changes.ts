// Every change of an edition on which anchors are proved, with its goal. Runs in Node.
import { pick } from '../../electron/services/search/seeded-random.ts'
import type { Random } from './change-words.ts'
import { changeWords, insertParagraphs, moveParagraphs, removeWords, repeatWords } from './change-words.ts'
import type { Writer } from './rewrite-letters.ts'
import {
  addSoftHyphens,
  breakLines,
  changeEverything,
  changeForms,
  changeSigns,
  changeSpaces,
  convertFromHtml,
} from './rewrite-letters.ts'
import type { Item, Manuscript, WrittenText } from './written-text.ts'
import { write } from './written-text.ts'

/** A highlight by the ids of its first and last word. */
export interface Highlight {
  first: number
  last: number
}

/** An old edition, the new one, and the highlights on the old one. */
export interface Revision {
  old: WrittenText
  renewed: WrittenText
  highlights: Highlight[]
}

/** In percent of the highlights: at least so many right, at most so many wrong. */
export interface Goal {
  right: number
  wrong: number
}

/** One kind of change. */
export interface EditionChange {
  name: string
  goal: Goal
  /** Makes a revision of a text; `others` are paragraphs of other texts, to be put in. */
  revise(manuscript: Manuscript, others: Manuscript, count: number, random: Random): Revision
}

/** Shares of highlights by their greatest number of words. */
const lengths = [
  { share: 0.1, from: 1, to: 3 },
  { share: 0.3, from: 4, to: 10 },
  { share: 0.4, from: 11, to: 30 },
  { share: 0.2, from: 31, to: 60 },
] as const

function drawLength(random: Random): number {
  let drawn = random()
  for (const { share, from, to } of lengths) {
    if (drawn < share) return from + Math.floor(random() * (to - from + 1))
    drawn -= share
  }
  return 1
}

/** Highlights of all lengths; where paragraphs may part none reaches beyond its own. */
function drawHighlights(
  manuscript: Manuscript,
  count: number,
  random: Random,
  crossesParagraphs: boolean,
): Highlight[] {
  const stretches = (crossesParagraphs ? [manuscript.flat()] : manuscript).filter(({ length }) => length > 0)
  const total = stretches.reduce((sum, { length }) => sum + length, 0)
  const highlights: Highlight[] = []
  while (highlights.length < count) {
    let word = Math.floor(random() * total)
    let index = 0
    while (word >= (stretches[index]?.length ?? 0)) {
      word -= stretches[index]?.length ?? 0
      index += 1
    }
    const stretch = stretches[index] ?? []
    const items = stretch.slice(word, word + drawLength(random))
    const first = items[0]?.id ?? null
    const last = items.at(-1)?.id ?? null
    const hasLetters = items.some(({ text }) => /[\p{L}\p{N}]/u.test(text))
    if (first !== null && last !== null && hasLetters) highlights.push({ first, last })
  }
  return highlights
}

type Change = (manuscript: Manuscript, others: Manuscript, random: Random) => Manuscript

function byWords(name: string, goal: Goal, change: Change, crossesParagraphs = true): EditionChange {
  return {
    name,
    goal,
    revise: (manuscript, others, count, random) => ({
      old: write(manuscript),
      renewed: write(change(manuscript, others, random)),
      highlights: drawHighlights(manuscript, count, random, crossesParagraphs),
    }),
  }
}

function byLetters(name: string, goal: Goal, writer: Writer, chance = 0): EditionChange {
  return {
    name,
    goal,
    revise: (manuscript, _, count, random) => ({
      old: write(manuscript),
      renewed: writer(changeWords(manuscript, chance, random), random),
      highlights: drawHighlights(manuscript, count, random, true),
    }),
  }
}

/** A sentence stands in several places; each of them is highlighted. */
function byRepeating(name: string, goal: Goal, change: Change): EditionChange {
  return {
    name,
    goal,
    revise(manuscript, others, count, random) {
      const length = 4 + Math.floor(random() * 9)
      const repeated = repeatWords(manuscript, length, 4, random)
      const all = repeated.starts.map((first) => ({ first, last: first + length - 1 }))
      return {
        old: write(repeated.manuscript),
        renewed: write(change(repeated.manuscript, others, random)),
        highlights: all.slice(0, count),
      }
    },
  }
}

/** Stretches are taken out, or others put in their place, while the rest changes a little; all that is highlighted is gone. */
function byDeleting(name: string, isReplaced: boolean): EditionChange {
  return {
    name,
    goal: { right: 99, wrong: 1 },
    revise(manuscript, others, count, random) {
      const words = manuscript.flat()
      const gone = new Set<number>()
      const starts = new Set<number>()
      const stretches: Highlight[] = []
      for (
        let first = Math.floor(random() * 60);
        first < words.length;
        first += 60 + Math.floor(random() * 120)
      ) {
        const last = Math.min(words.length - 1, first + 15 + Math.floor(random() * 45))
        stretches.push({ first, last })
        starts.add(first)
        for (let id = first; id <= last; id += 1) gone.add(id)
        first = last
      }
      const left = isReplaced
        ? manuscript.map((paragraph) =>
            paragraph.flatMap((item) => replaceAtStart(item, starts, others, random)),
          )
        : manuscript
      const changed = changeWords(
        removeWords(left, (id) => gone.has(id)),
        0.05,
        random,
      )
      const highlights = Array.from({ length: stretches.length === 0 ? 0 : count }, () => {
        const { first, last } = pick(stretches, random)
        const start = first + Math.floor(random() * (last - first + 1))
        return { first: start, last: Math.min(last, start + drawLength(random) - 1) }
      })
      return { old: write(manuscript), renewed: write(changed), highlights }
    },
  }
}

function replaceAtStart(item: Item, starts: ReadonlySet<number>, others: Manuscript, random: Random): Item[] {
  if (item.id === null || !starts.has(item.id)) return [item]
  const stranger = pick(others, random)
  const from = Math.floor(random() * Math.max(1, stranger.length - 30))
  return [
    ...stranger.slice(from, from + 15 + Math.floor(random() * 45)).map(({ text }) => newWord(text)),
    item,
  ]
}

function newWord(text: string): Item {
  return { id: null, text, isReplaced: false }
}

const move: Change = (manuscript, _, random) => moveParagraphs(manuscript, 0.3, random)
const whole = { right: 100, wrong: 0 }

/** The table of changes. */
export const editionChanges: readonly EditionChange[] = [
  byWords('1% of words changed', whole, (text, _, random) => changeWords(text, 0.01, random)),
  byWords('5%', { right: 99.9, wrong: 0 }, (text, _, random) => changeWords(text, 0.05, random)),
  byWords('20%', { right: 99, wrong: 0.2 }, (text, _, random) => changeWords(text, 0.2, random)),
  byWords('40%', { right: 96, wrong: 0.5 }, (text, _, random) => changeWords(text, 0.4, random)),
  byWords('30% of paragraphs moved', { right: 99.5, wrong: 0 }, move, false),
  byWords(
    'moved, and 5% of words changed',
    { right: 99.5, wrong: 0 },
    (text, others, random) => changeWords(move(text, others, random), 0.05, random),
    false,
  ),
  byWords('5 paragraphs put in', whole, (text, others, random) =>
    insertParagraphs(
      text,
      Array.from({ length: 5 }, () => pick(others, random)),
      random,
    ),
  ),
  byLetters('white space', whole, changeSpaces),
  byLetters('quotes, dashes, ellipses', whole, changeSigns),
  byLetters('ligatures, accents apart', whole, changeForms),
  byLetters('soft hyphens', whole, addSoftHyphens),
  byLetters('lines broken as in PDF', whole, breakLines),
  byLetters('text out of HTML', whole, convertFromHtml),
  byLetters('all of these, and 5%', { right: 99.9, wrong: 0 }, changeEverything, 0.05),
  byRepeating('repeated quotation, 5%', whole, (text, _, random) => changeWords(text, 0.05, random)),
  byRepeating('repeated quotation, moved', whole, move),
  byDeleting('deleted, rest 5% changed', false),
  byDeleting('replaced by other text, 5%', true),
]
