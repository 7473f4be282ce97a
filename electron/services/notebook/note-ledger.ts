// All highlights that are not deleted, kept in the orders in which the notebook shows them. Runs everywhere.
import type { Annotation } from '../../contract/annotation.ts'
import type { ArticleId } from '../../contract/article.ts'
import { noArticleId } from '../../contract/limits.ts'
import { compareAnnotations } from '../annotations/compare-annotations.ts'
import type { Stores } from '../ports.ts'

/** A highlight in the ledger; the same object until it or its article's file is changed. */
export interface LedgerEntry {
  readonly annotation: Annotation
  /** Quotation and note as `foldWords` leaves them; `null` until somebody filters by words. */
  words: string | null
  /** Where in `words` those of the note begin. */
  noteAt: number
}

/**
 * The ledger of one data folder. Soon after the start of the program it holds only what has been read by then: nobody is
 * made to wait for thousands of files.
 */
export interface NoteLedger {
  /** Takes up what has changed since the last look. Answers a number that is another one after every change. */
  refresh(): number
  /** Memos first; then by article, in the order of the library and then of the ids; within one in text order. */
  inOrder(): readonly LedgerEntry[]
  /** Those of one article, in text order. */
  ofArticle(articleId: ArticleId): readonly LedgerEntry[]
  /** The newest first. */
  byAge(): readonly LedgerEntry[]
}

/** What the ledger works with. */
export interface NoteLedgerParts {
  stores: Pick<Stores, 'annotations' | 'annotatedSoFar' | 'unopened' | 'hurry'>
  /** The ids of all articles, in the order of the library. */
  listArticles: () => readonly ArticleId[]
}

interface ArticleNotes {
  /** What the entries were made from: a store answers the same list until it is written. */
  source: readonly Annotation[]
  entries: readonly LedgerEntry[]
}

const none: readonly never[] = []

/** Makes a ledger; it is filled at the first look. */
export function createNoteLedger({ stores, listArticles }: NoteLedgerParts): NoteLedger {
  let articles = new Map<ArticleId, ArticleNotes>()
  let library: readonly ArticleId[] = []
  let version = 0
  let inOrder: readonly LedgerEntry[] = none
  /** `null` where it must be put in order again; `aged` is how it was before. */
  let byAge: readonly LedgerEntry[] | null = none
  let aged: readonly LedgerEntry[] = none

  function takeUp(): boolean {
    const current = new Map<ArticleId, ArticleNotes>()
    let changed = false
    for (const articleId of stores.annotatedSoFar()) {
      const source = stores.annotations(articleId).read()
      const known = articles.get(articleId)
      const notes = known?.source === source ? known : { source, entries: makeEntries(source, known) }
      if (notes !== known) changed = true
      current.set(articleId, notes)
    }
    if (!changed && current.size === articles.size) return false
    articles = current
    return true
  }

  function isLibraryChanged(): boolean {
    const current = listArticles()
    if (current.length === library.length && current.every((id, place) => id === library[place])) return false
    library = current
    return true
  }

  function putInOrder(): readonly LedgerEntry[] {
    const places = new Map(library.map((id, place) => [id, place]))
    const placeOf = (id: ArticleId): number => (id === noArticleId ? -1 : (places.get(id) ?? Infinity))
    // Both infinite make NaN, which sorts as nothing: the ids, which come in their order, then stay as they are.
    const ids = [...articles.keys()].toSorted((left, right) => placeOf(left) - placeOf(right) || 0)
    return ids.flatMap((id) => articles.get(id)?.entries ?? none)
  }

  /** A list that is nearly in order is sorted in nearly one go, so what was in order before comes first. */
  function putByAge(): readonly LedgerEntry[] {
    const left = new Set(inOrder)
    const kept = aged.filter((entry) => left.delete(entry))
    return [...left, ...kept].toSorted(newestFirst)
  }

  return {
    refresh() {
      const changes = [takeUp(), isLibraryChanged()]
      if (changes.includes(true)) {
        version += 1
        inOrder = putInOrder()
        byAge = null
      }
      return version
    },
    inOrder: () => inOrder,
    ofArticle: (articleId) => articles.get(articleId)?.entries ?? none,
    byAge() {
      byAge ??= putByAge()
      aged = byAge
      return byAge
    },
  }
}

/** Entries that say the same as before are kept: they have been folded and stand in the other orders. */
function makeEntries(source: readonly Annotation[], before: ArticleNotes | undefined): LedgerEntry[] {
  const known = new Map(before?.entries.map((entry) => [entry.annotation, entry]))
  return source
    .filter(({ deletedAt }) => deletedAt === null)
    .toSorted(compareAnnotations)
    .map((annotation) => known.get(annotation) ?? { annotation, words: null, noteAt: 0 })
}

/** The id settles the rest, so that the order is the same at every look. */
function newestFirst({ annotation: left }: LedgerEntry, { annotation: right }: LedgerEntry): number {
  return right.createdAt - left.createdAt || (left.id < right.id ? -1 : 1)
}
