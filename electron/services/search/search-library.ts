// Answers queries from a library's index. Pure; runs in the search worker.
import type { ArticleId } from '../../contract/article.ts'
import { Failure } from '../../contract/errors.ts'
import type { SearchAnswer, SearchHit } from '../../contract/search.ts'
import type { TextRange } from '../../contract/text-range.ts'
import { isWhollyBefore } from './date-filter.ts'
import type { LibraryIndex } from './library-index.ts'
import type { MatchedBlock } from './make-snippet.ts'
import { makeSnippet } from './make-snippet.ts'
import type { Matcher } from './match-words.ts'
import { createMatcher, mergeRanges, occursIn } from './match-words.ts'
import { parseQuery } from './parse-query.ts'
import type { ResolvedCondition, ResolvedQuery } from './resolve-query.ts'
import { resolveQuery } from './resolve-query.ts'
import type { SearchableArticle } from './searchable-article.ts'
import { wordListsOf } from './searchable-article.ts'

interface Candidate {
  article: SearchableArticle
  score: number
}

/** `before:` and `after:` hold of no undated article; where one would otherwise be found, the reader is told. */
const isTimeSpan = ({ kind }: ResolvedCondition): boolean => kind === 'before' || kind === 'after'

function holds(condition: ResolvedCondition, article: SearchableArticle): boolean {
  const { date } = article.article.account
  switch (condition.kind) {
    case 'pattern':
      return condition.fields.some((field) =>
        wordListsOf(article, field).some((words) => occursIn(condition.pattern, words)),
      )
    case 'before':
      return date !== null && isWhollyBefore(date, condition.date)
    case 'after':
      return date !== null && isWhollyBefore(condition.date, date)
    case 'undated':
      return date === null
    case 'of-notes':
      return false
  }
}

/** The articles that lunr lets through, with their scores, in the order of their titles. */
function findCandidates({ clauses, wordTerms }: ResolvedQuery, index: LibraryIndex): Candidate[] {
  const ranked = index.rank(clauses)
  const someRequired = clauses.some(({ required }) => required)
  const mustBeRanked = someRequired || wordTerms !== null
  return index.articles.flatMap((article) => {
    const found = ranked.get(article.article.id)
    if (!found) return mustBeRanked ? [] : [{ article, score: 0 }]
    // Where lunr requires terms, it does not ask for any of the others.
    const hasWord = !someRequired || !wordTerms || [...wordTerms].some((term) => found.hasTerm(term))
    return hasWord ? [{ article, score: found.score }] : []
  })
}

function matchBlocks({ blocks }: SearchableArticle, match: Matcher): MatchedBlock[] {
  return blocks.map(({ block, words }) => ({ block, words, matches: match(block.text, words) }))
}

/** The places that match: offsets into the article's text. */
function placesIn(blocks: readonly MatchedBlock[]): TextRange[] {
  return blocks.flatMap(({ block, matches }) =>
    mergeRanges(matches).map(({ start, end }) => ({ start: block.start + start, end: block.start + end })),
  )
}

function createHit({ article, score }: Candidate, matchBody: Matcher, matchTitle: Matcher): SearchHit {
  const { id, title } = article.article
  const blocks = matchBlocks(article, matchBody)
  const places = placesIn(blocks)
  return {
    articleId: id,
    score,
    titleMarks: mergeRanges(article.fields.title.flatMap((words) => matchTitle(title, words))),
    snippet: makeSnippet(blocks),
    firstMatch: places[0] ?? null,
    matchCount: places.length,
  }
}

/**
 * Finds articles and tells the best `limit` of them.
 * @throws a `Failure` with `query-unreadable`.
 */
export function searchLibrary(index: LibraryIndex, text: string, limit: number): SearchAnswer {
  const query = resolveQuery(parseQuery(text), index.lexicon)
  if (!query) return { total: 0, hits: [], undatedLeftOut: 0, tooShort: true }
  const spans = query.required.filter(isTimeSpan)
  const others = query.required.filter((condition) => !isTimeSpan(condition))
  const matching = findCandidates(query, index).filter(
    ({ article }) =>
      others.every((condition) => holds(condition, article)) &&
      !query.excluded.some((condition) => holds(condition, article)),
  )
  const found = matching.filter(({ article }) => spans.every((span) => holds(span, article)))
  const undated = matching.filter(({ article }) => article.article.account.date === null)
  // The candidates come in the order of their titles, and sorting keeps that order among equal scores.
  const best = found.toSorted((a, b) => b.score - a.score).slice(0, limit)
  const matchBody = createMatcher(query.bodyPatterns)
  const matchTitle = createMatcher(query.titlePatterns)
  return {
    total: found.length,
    hits: best.map((candidate) => createHit(candidate, matchBody, matchTitle)),
    undatedLeftOut: spans.length > 0 ? undated.length : 0,
    tooShort: false,
  }
}

/**
 * Every place in one article's text that the query lights, in text order.
 * @throws a `Failure` with `query-unreadable` or `article-not-found`.
 */
export function matchInArticle(index: LibraryIndex, articleId: ArticleId, text: string): TextRange[] {
  const query = resolveQuery(parseQuery(text), index.lexicon)
  const article = index.byId.get(articleId)
  if (!article) throw new Failure({ code: 'article-not-found', articleId })
  return query ? placesIn(matchBlocks(article, createMatcher(query.bodyPatterns))) : []
}
