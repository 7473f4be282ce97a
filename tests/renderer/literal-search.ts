// A search that a test can follow in its head: words found letter by letter, without regard to case. It has the
// contract's answers and a few of its query problems, and none of the real search's knowledge of language.
import type { Article, Block } from '../../electron/contract/article.ts'
import { articleText } from '../../electron/contract/article-text.ts'
import { Failure } from '../../electron/contract/errors.ts'
import type { QueryProblemReason, SearchAnswer, SearchHit, Snippet } from '../../electron/contract/search.ts'
import { queryLimit, shortestPrefix } from '../../electron/contract/search.ts'
import type { TextRange } from '../../electron/contract/text-range.ts'

function refuse(reason: QueryProblemReason, start: number, end: number): never {
  throw new Failure({ code: 'query-unreadable', problem: { reason, start, end } })
}

/** The words that are looked for; throws `query-unreadable` at an open quote, an unknown field, too long a query. */
function readWords(query: string): string[] {
  if (query.length > queryLimit) refuse('too-long', queryLimit, query.length)
  if (query.split('"').length % 2 === 0) refuse('unclosed-quote', query.lastIndexOf('"'), query.length)
  const field = /(?<name>\w+):\S*/.exec(query)
  if (field) refuse('unknown-field', field.index, field.index + (field.groups?.['name'] ?? '').length)
  const words = query.replaceAll('"', ' ').toLowerCase().split(/\s+/)
  return words.filter((word) => word.length >= shortestPrefix)
}

/** Places where a word begins as one of `words` does, in order and apart from each other. */
function findPlaces(text: string, words: readonly string[]): TextRange[] {
  const places: TextRange[] = []
  for (const { index, 0: found } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const lower = found.toLowerCase()
    if (words.some((word) => lower.startsWith(word))) places.push({ start: index, end: index + found.length })
  }
  return places
}

function snippetOf(blocks: readonly Block[], words: readonly string[]): Snippet {
  const block = blocks.find(({ text }) => findPlaces(text, words).length > 0) ?? blocks[0]
  if (!block) return { text: '', start: 0, marks: [], cutBefore: false, cutAfter: false }
  const { text, start } = block
  return { text, start, marks: findPlaces(text, words), cutBefore: false, cutAfter: false }
}

/** Every match in an article's text, in text order. Throws `query-unreadable`. */
export function matchLiterally({ blocks }: Article, query: string): TextRange[] {
  return findPlaces(articleText(blocks), readWords(query))
}

/** Articles with any of the query's words, those with most matches first. Throws `query-unreadable`. */
export function searchLiterally(articles: readonly Article[], query: string, limit: number): SearchAnswer {
  const words = readWords(query)
  if (words.length === 0) return { total: 0, hits: [], undatedLeftOut: 0, tooShort: true }
  const found = articles.flatMap((article): SearchHit[] => {
    const matches = findPlaces(articleText(article.blocks), words)
    const titleMarks = findPlaces(article.title, words)
    if (matches.length + titleMarks.length === 0) return []
    return [
      {
        articleId: article.id,
        score: matches.length + titleMarks.length,
        titleMarks,
        snippet: snippetOf(article.blocks, words),
        firstMatch: matches[0] ?? null,
        matchCount: matches.length,
      },
    ]
  })
  const hits = found.toSorted((left, right) => right.score - left.score).slice(0, limit)
  return { total: found.length, hits, undatedLeftOut: 0, tooShort: false }
}
