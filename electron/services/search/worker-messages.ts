// What the search worker and its owner say to each other. Types only; both sides import them.
import type { Article, ArticleId } from '../../contract/article.ts'
import type { BookwheelError } from '../../contract/errors.ts'
import type { SearchAnswer } from '../../contract/search.ts'
import type { TextRange } from '../../contract/text-range.ts'

/** What the owner asks for. */
export type SearchTask =
  | { operation: 'replaceArticles'; articles: readonly Article[] }
  | { operation: 'search'; query: string; limit: number }
  | { operation: 'matchArticle'; articleId: ArticleId; query: string }

/** A task under a number, which its answer carries as well. */
export interface SearchRequest {
  id: number
  task: SearchTask
}

/** What a task yields, by its operation. */
export type SearchYield =
  | { operation: 'replaceArticles' }
  | { operation: 'search'; answer: SearchAnswer }
  | { operation: 'matchArticle'; ranges: TextRange[] }

/** How a task ended. Errors do not cross threads whole, so they cross as data. */
export type SearchOutcome =
  | { kind: 'done'; yielded: SearchYield }
  /** An expected failure: the error within a `Failure`. */
  | { kind: 'failed'; error: BookwheelError }
  /** An unforeseen one: message and stack, for the log. */
  | { kind: 'broken'; message: string; stack: string | null }

/** The answer to the request of the same number. */
export interface SearchReply {
  id: number
  outcome: SearchOutcome
}
