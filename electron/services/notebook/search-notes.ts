// Finds annotations by the library's own query language: those with most of its words first, the newest first among
// them. Pure, runs everywhere.
import type { ArticleId, ArticleSummary } from '../../contract/article.ts'
import type { NotePassage } from '../../contract/search.ts'
import type { TextRange } from '../../contract/text-range.ts'
import { parseQuery } from '../search/parse-query.ts'
import type { Condition, QueryWord } from '../search/parse-query.ts'
import { tokenise } from '../search/tokenise.ts'
import { isStopWord, isTooShort } from '../search/word-patterns.ts'
import { createNoteTest, createWordTest, isWord } from './note-conditions.ts'
import type { LedgerEntry } from './note-ledger.ts'

/** UTF-16 units of a note or a quotation that are told, and how many of them before its first match. */
const shown = { length: 240, before: 60 } as const

/** A query as it is asked of annotations; `null` where it holds nothing to look for yet. */
export interface NoteQuery {
  words: readonly QueryWord[]
  required: readonly Condition[]
  excluded: readonly Condition[]
  /** Whether something is required that only annotations have, so that no article can be found. */
  isOnlyForNotes: boolean
}

const onlyOfNotes: readonly Condition['kind'][] = ['note', 'colour', 'has']

/** Reads a query. Throws a `Failure` with `query-unreadable`. */
export function readNoteQuery(query: string): NoteQuery | null {
  const { words, required, excluded } = parseQuery(query)
  const telling = words.filter((word) => !isTooShort(word) && !isStopWord(word))
  // Stop words alone are looked for, so that somebody who types them sees that they are there.
  const sought =
    telling.length > 0 || required.length > 0 ? telling : words.filter((word) => !isTooShort(word))
  if (sought.length === 0 && required.length === 0) return null
  return {
    words: sought,
    required,
    excluded,
    isOnlyForNotes: required.some(({ kind }) => onlyOfNotes.includes(kind)),
  }
}

/** What is found among `entries`, which have been folded: the best `limit` of them and how many there are. */
export function findNotes(
  query: NoteQuery,
  entries: readonly LedgerEntry[],
  describeArticle: (articleId: ArticleId) => ArticleSummary | null,
  limit: number,
): { total: number; best: LedgerEntry[] } {
  const wordTests = query.words.map(createWordTest)
  const required = query.required.map((condition) => createNoteTest(condition, describeArticle))
  const excluded = query.excluded.map((condition) => createNoteTest(condition, describeArticle))
  /** By how many words are missing; each in the order of the list. */
  const found = Array.from({ length: wordTests.length + 1 }, (): LedgerEntry[] => [])
  let total = 0
  for (const entry of entries) {
    const { words: folded } = entry
    if (folded === null) continue
    let missing = 0
    for (const test of wordTests) if (!test(folded)) missing += 1
    if (wordTests.length > 0 && missing === wordTests.length) continue
    if (!required.every((test) => test(entry)) || excluded.some((test) => test(entry))) continue
    total += 1
    found[missing]?.push(entry)
  }
  return { total, best: found.flat().slice(0, limit) }
}

/** The words of a query in a text. */
function marksIn(text: string, words: readonly QueryWord[]): TextRange[] {
  return tokenise(text)
    .filter((token) => words.some((word) => isWord(token, word)))
    .map(({ start, end }) => ({ start, end }))
}

/** The words that a query looks for in annotations themselves. */
function wordsOf({ words, required }: NoteQuery): QueryWord[] {
  return [
    ...words,
    ...required.flatMap((each) =>
      each.kind === 'note' || (each.kind === 'text' && each.field === null) ? each.words : [],
    ),
  ]
}

/** A stretch of a text around the first words that match; its beginning where none do. */
export function cutPassage(text: string, query: NoteQuery): NotePassage {
  const marks = marksIn(text, wordsOf(query))
  const wanted = Math.max(0, (marks[0]?.start ?? 0) - shown.before)
  const from = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1
  const end = from + shown.length < text.length ? text.lastIndexOf(' ', from + shown.length) : text.length
  const to = end > from ? end : Math.min(text.length, from + shown.length)
  return {
    text: text.slice(from, to),
    marks: marks
      .filter((mark) => mark.start >= from && mark.end <= to)
      .map((mark) => ({ start: mark.start - from, end: mark.end - from })),
    cutBefore: from > 0,
    cutAfter: to < text.length,
  }
}
