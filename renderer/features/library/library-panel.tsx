// The left side: the search field, and below it the library or what a query found.
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import { describeError } from '../../messages/describe-error.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { Hint } from '../status/hint.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Results } from '../search/results.tsx'
import { SearchField } from '../search/search-field.tsx'
import { SaveStatus } from '../status/save-status.tsx'
import { ArticleRow } from './article-row.tsx'
import { Collections } from './collections.tsx'
import { LibraryProblems } from './library-problems.tsx'
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
    return <Notice title={translate('library.empty.title')}>{translate('library.empty.advice')}</Notice>
  }
  return (
    <>
      <p className="list-count">{translate('library.count', { count: held.articles.length })}</p>
      <ul className="article-list" aria-label={translate('library.list')}>
        {held.articles.map((article) => (
          <ArticleRow key={article.id} article={article} />
        ))}
      </ul>
    </>
  )
}

/** Shows the library's side of the desk. */
export function LibraryPanel(): ReactNode {
  const { search } = usePageState()
  const translate = useTranslate()
  const answer = useStore(search.store, (state) => state.answer)
  return (
    <nav className="library" aria-label={translate('library.name')}>
      <SearchField />
      <Hint name="search" />
      <div className="library-scroll">{answer ? <Results answer={answer} /> : <ArticleList />}</div>
      <LibraryProblems />
      <Collections />
      <SaveStatus />
    </nav>
  )
}
