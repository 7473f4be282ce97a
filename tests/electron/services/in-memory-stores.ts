// The Stores port without a disk, for tests of services. It runs the same suite as the real stores.
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { shelfIdSchema } from '../../../electron/contract/annotation.ts'
import type { ArticleId } from '../../../electron/contract/article.ts'
import type { BookwheelError } from '../../../electron/contract/errors.ts'
import { Failure } from '../../../electron/contract/errors.ts'
import type { ReadOnlyReason } from '../../../electron/contract/status.ts'
import type { DocumentStore, EditionTexts, Stores } from '../../../electron/services/ports.ts'
import type { DocumentFormat } from '../../../electron/storage/document-formats.ts'
import {
  annotationsFormat,
  catalogueFormat,
  desksFormat,
  editionsFormat,
  readingFormat,
  searchesFormat,
  settingsFormat,
  trashFormat,
  workspaceFormat,
} from '../../../electron/storage/document-formats.ts'
import { freezeDeeply } from '../../../electron/storage/freeze-deeply.ts'

/** Stores in memory, with a switch for writes that fail. */
export interface InMemoryStores extends Stores {
  /** Makes the next `replace` of any store throw this failure; the one after it succeeds again. */
  failNextWrite(error: BookwheelError): void
}

/**
 * Empty stores that live in memory. As in the real ones, values that are read are frozen, a value that could
 * not be read back is refused, and every write throws `read-only` where `readOnly` is given.
 */
export function createInMemoryStores(options: { readOnly?: ReadOnlyReason | null } = {}): InMemoryStores {
  const readOnly = options.readOnly ?? null
  let nextFailure: BookwheelError | null = null

  function beforeWrite(): void {
    if (readOnly !== null) throw new Failure({ code: 'read-only', reason: readOnly })
    if (nextFailure === null) return
    const error = nextFailure
    nextFailure = null
    throw new Failure(error)
  }

  function createStore<Value>(format: DocumentFormat<Value>): DocumentStore<Value> {
    let held = freezeDeeply(format.empty)
    return {
      read: () => held,
      replace(value) {
        beforeWrite()
        held = freezeDeeply(format.check(value))
      },
    }
  }

  const editions = new Map<ArticleId, DocumentStore<EditionTexts>>()
  const annotations = new Map<ArticleId, DocumentStore<Annotation[]>>()
  const annotatedArticles = (): ArticleId[] =>
    [...annotations]
      .filter(([, store]) => store.read().length > 0)
      .map(([articleId]) => articleId)
      .toSorted()
  return {
    settings: createStore(settingsFormat),
    workspace: createStore(workspaceFormat),
    desks: createStore(desksFormat),
    catalogue: createStore(catalogueFormat),
    reading: createStore(readingFormat),
    searches: createStore(searchesFormat),
    trash: createStore(trashFormat),
    annotations(articleId) {
      if (!shelfIdSchema.safeParse(articleId).success) {
        throw new Failure({ code: 'article-not-found', articleId })
      }
      const store = annotations.get(articleId) ?? createStore(annotationsFormat(articleId))
      annotations.set(articleId, store)
      return store
    },
    editions(articleId) {
      const store = editions.get(articleId) ?? createStore(editionsFormat)
      editions.set(articleId, store)
      return store
    },
    annotatedArticles,
    annotatedSoFar: annotatedArticles,
    openRest: () => Promise.resolve(),
    unopened: () => 0,
    hurry: () => undefined,
    readOnly,
    notices: () => [],
    failNextWrite(error) {
      nextFailure = error
    },
  }
}
