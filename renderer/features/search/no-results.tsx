// A query without a result: what was searched, and one way to search wider.
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { emptyFilter } from '../../state/empty-filter.ts'
import { usePageState } from '../../state/page-state.ts'
import { Notice } from '../../ui/notice.tsx'
import { useListing } from '../library/use-listing.ts'
import { plainWordsOf } from './plain-words.ts'

/** Shows the notice. `found` is how many articles the query finds outside of the filter. */
export function NoResults({ found }: { found: number }): ReactNode {
  const { search, workspace } = usePageState()
  const { articles, change } = useListing()
  const translate = useTranslate()
  const query = useStore(search.store, (state) => state.answeredQuery)
  const plain = plainWordsOf(query)

  function ask(next: string): void {
    workspace.forgetMatches()
    search.setQuery(next)
  }

  if (found > 0) {
    return (
      <Notice
        title={translate('results.filtered.title')}
        action={
          <Button className="small-button" onPress={() => change(emptyFilter)}>
            {translate('results.filtered.widen', { count: found })}
          </Button>
        }
      >
        {translate('results.filtered.scope')}
      </Notice>
    )
  }
  return (
    <Notice
      title={translate('results.none.title')}
      action={
        <Button className="small-button" onPress={() => ask(plain ?? '')}>
          {plain === null
            ? translate('results.none.clear')
            : translate('results.none.widen', { words: plain })}
        </Button>
      }
    >
      {translate('results.none.scope', { count: articles.length })} {translate('results.none.advice')}
    </Notice>
  )
}
