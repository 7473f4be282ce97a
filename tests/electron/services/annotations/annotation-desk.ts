// The desk of the annotation service's tests: one article, empty stores, a clock that counts, events as told.
import type {
  AnchoredAnnotation,
  Annotation,
  AnnotationDraft,
} from '../../../../electron/contract/annotation.ts'
import type { Article } from '../../../../electron/contract/article.ts'
import type { BookwheelError } from '../../../../electron/contract/errors.ts'
import { Failure } from '../../../../electron/contract/errors.ts'
import type { BookwheelEvent } from '../../../../electron/contract/events.ts'
import type { ReadOnlyReason } from '../../../../electron/contract/status.ts'
import type { AnnotationService } from '../../../../electron/services/annotations/create-annotation-service.ts'
import { createAnnotationService } from '../../../../electron/services/annotations/create-annotation-service.ts'
import type { InMemoryStores } from '../in-memory-stores.ts'
import { createInMemoryStores } from '../in-memory-stores.ts'

/** The id of the annotation that `draft` makes. */
export const firstId = '11111111-1111-4111-8111-111111111111'
/** An id that is free. */
export const secondId = '22222222-2222-4222-8222-222222222222'
/** The content hash of the article as the library holds it at first. */
export const firstEdition = 'a'.repeat(64)
/** The content hash of a later edition with the same words. */
export const secondEdition = 'b'.repeat(64)
/** The article's text. */
export const text = 'A treaty was signed.\nBoth sides 🗺 kept it.'

/** The article in the edition with this content hash. */
export function articleOf(contentHash: string): Article {
  return {
    id: 'treaty',
    collection: 'bundled',
    title: 'A treaty',
    kind: 'explainer',
    account: {
      outlet: null,
      headline: null,
      section: null,
      agencies: [],
      author: null,
      date: null,
      language: 'en',
      translated: false,
    },
    retelling: true,
    tags: [],
    note: null,
    language: 'en',
    wordCount: 8,
    contentHash,
    blocks: [
      { kind: 'paragraph', number: 1, text: 'A treaty was signed.', start: 0, spans: [] },
      { kind: 'paragraph', number: 2, text: 'Both sides 🗺 kept it.', start: 21, spans: [] },
    ],
  }
}

/** A first highlight, on the word "treaty". */
export const draft: AnnotationDraft = {
  id: firstId,
  articleId: 'treaty',
  revision: 0,
  contentHash: firstEdition,
  start: 2,
  end: 8,
  colour: 'yellow',
  note: 'Which one?',
}

/** The annotation that `draft` makes at the first tick of the clock. */
export const made: AnchoredAnnotation = {
  id: firstId,
  articleId: 'treaty',
  anchor: {
    contentHash: firstEdition,
    start: 2,
    end: 8,
    exact: 'treaty',
    prefix: 'A ',
    suffix: text.slice(8),
  },
  colour: 'yellow',
  note: 'Which one?',
  createdAt: 1,
  updatedAt: 1,
  deletedAt: null,
  revision: 1,
}

/** A service with all that it touches. */
export interface Desk {
  service: AnnotationService
  stores: InMemoryStores
  events: BookwheelEvent[]
  /** The library's articles; tests put another edition in, or take one out. */
  articles: Map<string, Article>
}

/** A service over empty stores and a library of one article; its clock counts 1, 2, 3. */
export function openDesk(readOnly: ReadOnlyReason | null = null): Desk {
  const articles = new Map([['treaty', articleOf(firstEdition)]])
  const events: BookwheelEvent[] = []
  const stores = createInMemoryStores({ readOnly })
  let ticks = 0
  const service = createAnnotationService({
    stores,
    readArticle(articleId) {
      const article = articles.get(articleId)
      if (article === undefined) throw new Failure({ code: 'article-not-found', articleId })
      return article
    },
    publish: (event) => events.push(event),
    clock: () => ++ticks,
  })
  return { service, stores, events, articles }
}

/** What an action came to: its answer or its failure, whether the article's store was written, what pages were told. */
export interface Outcome {
  answer?: unknown
  error?: BookwheelError
  wrote: boolean
  told: BookwheelEvent[]
}

/** Runs an action and watches what it changes. */
export function outcomeOf({ stores, events }: Desk, action: () => unknown): Outcome {
  const store = stores.annotations('treaty')
  const before = store.read()
  const alreadyTold = events.length
  const changes = () => ({ wrote: store.read() !== before, told: events.slice(alreadyTold) })
  try {
    return { answer: action(), ...changes() }
  } catch (thrown) {
    if (thrown instanceof Failure) return { error: thrown.error, ...changes() }
    throw thrown
  }
}

/** The outcome of a request that was refused: nothing written, nobody told. */
export function refused(error: BookwheelError): Outcome {
  return { error, wrote: false, told: [] }
}

/** The outcome of a request that had been met before: the stored answer, nothing written, nobody told. */
export function repeated(answer: Annotation): Outcome {
  return { answer, wrote: false, told: [] }
}
