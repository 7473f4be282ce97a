// What the library lists now, for every part that shows or changes it.
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { ArticleSummary } from '../../../electron/contract/article.ts'
import type { LibraryFilter } from '../../../electron/contract/library-listing.ts'
import { isFiltering } from '../../state/empty-filter.ts'
import { usePageState } from '../../state/page-state.ts'
import type { ReadingFacts } from './list-articles.ts'
import { filterArticles } from './list-articles.ts'

const none: readonly never[] = []

/** The library through its filter. */
export interface Listing {
  /** All articles, in the order of the library. */
  articles: readonly ArticleSummary[]
  /** Those that the filter lets through, in the same order. */
  kept: readonly ArticleSummary[]
  filter: LibraryFilter
  facts: ReadingFacts
  /** Whether the filter leaves anything out. */
  isFiltered: boolean
  /** Changes parts of the filter. */
  change: (change: Partial<LibraryFilter>) => void
}

/** Gives the listing. */
export function useListing(): Listing {
  const { library, reading, workspace } = usePageState()
  const articles = useStore(library.store, (state) => state.library?.articles) ?? none
  const filter = useStore(workspace.store, ({ listing }) => listing.filter)
  const facts = useStore(reading.store)
  const needsCounts = filter.annotated !== 'any' && facts.highlights === null
  useEffect(() => {
    if (needsCounts) void reading.countHighlights()
  }, [needsCounts, reading])
  const kept = useMemo(() => filterArticles(articles, filter, facts), [articles, filter, facts])
  return {
    articles,
    kept,
    filter,
    facts,
    isFiltered: isFiltering(filter),
    change: (change) => workspace.changeListing({ filter: { ...filter, ...change } }),
  }
}
