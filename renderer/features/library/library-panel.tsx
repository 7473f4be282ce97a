// The left side: the search field, and below it the library or what a query found.
import { memo } from 'react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import type { Collection } from '../../../electron/contract/article.ts'
import { RequestFailure } from '../../api/transport.ts'
import { describeError } from '../../messages/describe-error.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { emptyFilter } from '../../state/empty-filter.ts'
import { usePageState } from '../../state/page-state.ts'
import { Hint } from '../status/hint.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Results } from '../search/results.tsx'
import { SearchField } from '../search/search-field.tsx'
import { SaveStatus } from '../status/save-status.tsx'
import { SavedSearches } from '../search/saved-searches.tsx'
import { ArticleRow } from './article-row.tsx'
import { Collections } from './collections.tsx'
import { LibraryProblems } from './library-problems.tsx'
import { sortArticles } from './list-articles.ts'
import { ListTools } from './list-tools.tsx'
import { useListing } from './use-listing.ts'
import './library.css'

function ArticleList(): ReactNode {
  const { library } = usePageState()
  const translate = useTranslate()
  const held = useStore(library.store, (state) => state.library)
  const error = useStore(library.store, (state) => state.error)
  if (error) {
    return (
      <Notice
        title={translate('library.failed')}
        action={
          <Button className="small-button" onPress={() => void library.load()}>
            {translate('action.retry')}
          </Button>
        }
      >
        {describeError(error, translate)}
      </Notice>
    )
  }
  if (!held) return <p className="list-count">{translate('library.loading')}</p>
  if (held.articles.length === 0) {
    return <EmptyLibrary collections={held.collections} />
  }
  return <ListedArticles />
}

/** Nothing is listed because all was taken out: one press brings it back. */
function EmptyLibrary({ collections }: { collections: readonly Collection[] }): ReactNode {
  const { library, toasts } = usePageState()
  const translate = useTranslate()
  const removed = collections.find((collection) => collection.removed)

  async function restore(collectionId: string): Promise<void> {
    try {
      await library.setCollectionRemoved(collectionId, false)
    } catch (failure) {
      if (!(failure instanceof RequestFailure)) throw failure
      toasts.show({ message: 'toast.collectionNotChanged' })
    }
  }

  return (
    <Notice
      title={translate('library.empty.title')}
      action={
        removed && (
          <Button className="small-button" onPress={() => void restore(removed.id)}>
            {translate('library.empty.restore')}
          </Button>
        )
      }
    >
      {translate('library.empty.advice')}
    </Notice>
  )
}

/** The library through its filter, in the order that was chosen. */
function ListedArticles(): ReactNode {
  const { workspace } = usePageState()
  const { articles, kept, facts, isFiltered, change } = useListing()
  const translate = useTranslate()
  const sort = useStore(workspace.store, ({ listing }) => listing.sort)
  const words = isFiltered
    ? translate('library.countOf', { count: kept.length, of: articles.length })
    : translate('library.count', { count: articles.length })
  return (
    <>
      <ListTools canSort>
        <p className="list-count" aria-live="polite">
          {words}
        </p>
      </ListTools>
      {kept.length === 0 ? (
        <Notice
          title={translate('library.noneLeft.title')}
          action={
            <Button className="small-button" onPress={() => change(emptyFilter)}>
              {translate('library.noneLeft.widen', { count: articles.length })}
            </Button>
          }
        >
          {translate('library.noneLeft.advice')}
        </Notice>
      ) : (
        <ul className="article-list" aria-label={translate('library.list')}>
          {sortArticles(kept, sort, facts).map((article) => (
            <ArticleRow key={article.id} article={article} />
          ))}
        </ul>
      )}
    </>
  )
}

/** What does not change with a query. */
const savedSearches = (
  <>
    <SavedSearches />
    <Hint name="search" />
  </>
)
const foot = (
  <>
    <LibraryProblems />
    <Collections />
    <SaveStatus />
  </>
)

/** Shows the library's side of the desk. */
export const LibraryPanel = memo(function LibraryPanel(): ReactNode {
  const { search } = usePageState()
  const translate = useTranslate()
  const answer = useStore(search.store, (state) => state.answer)
  return (
    <nav className="library" aria-label={translate('library.name')}>
      <SearchField />
      {savedSearches}
      <div className="library-scroll">{answer ? <Results answer={answer} /> : <ArticleList />}</div>
      {foot}
    </nav>
  )
})
