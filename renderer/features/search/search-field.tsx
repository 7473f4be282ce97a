// The search field: it finds as somebody types, and its keys lead on to the results.
import { Search, X } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useStore } from 'zustand'
import { describeError, describeQueryProblem } from '../../messages/describe-error.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useOpenArticle } from '../library/use-open-article.ts'
import { searchFieldId } from './search-field-id.ts'
import { SaveSearchButton } from './saved-searches.tsx'
import { SearchHelp } from './search-help.tsx'
import './search.css'

/** What stands beside the field, whatever is typed. */
const besideField = (
  <>
    <SaveSearchButton />
    <SearchHelp />
  </>
)

/** Shows the field, and below it why a query cannot be read. */
export function SearchField(): ReactNode {
  const { search, workspace } = usePageState()
  const translate = useTranslate()
  const { open, openBeside } = useOpenArticle()
  const problemId = useId()
  const query = useStore(search.store, (state) => state.query)
  const answer = useStore(search.store, (state) => state.answer)
  const answeredQuery = useStore(search.store, (state) => state.answeredQuery)
  const failedQuery = useStore(search.store, (state) => state.failedQuery)
  const error = useStore(search.store, (state) => state.error)

  /** How the best hit is to be shown, once the query as it stands has been answered. */
  const wanted = useRef<typeof open | null>(null)

  function openWanted(): void {
    const show = wanted.current
    if (!show || answeredQuery !== query || error) return
    wanted.current = null
    const best = answer?.hits[0]
    if (best) show(best.articleId, best.firstMatch)
  }

  const onAnswer = useEffectEvent(openWanted)
  useEffect(() => onAnswer(), [answer])

  function setQuery(next: string): void {
    wanted.current = null
    workspace.forgetMatches()
    search.setQuery(next)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Escape') setQuery('')
    else if (event.key === 'Enter') {
      wanted.current = event.ctrlKey || event.metaKey ? openBeside : open
      openWanted()
      search.tellProblem()
    } else if (event.key === 'ArrowDown') {
      document.querySelector<HTMLElement>('[data-article-row] button')?.focus()
    } else return
    event.preventDefault()
  }

  const problem =
    error?.code === 'query-unreadable'
      ? describeQueryProblem(error.problem, failedQuery, translate)
      : error && describeError(error, translate)
  return (
    <div className="search">
      <div className="search-box" data-problem={problem !== null}>
        <Search size={16} strokeWidth={2} aria-hidden="true" />
        <input
          id={searchFieldId}
          type="search"
          aria-label={translate('search.field')}
          placeholder={translate('search.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={query}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : problemId}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={search.tellProblem}
        />
        {query !== '' && (
          <IconButton icon={X} label={translate('search.clear')} keys="Esc" onPress={() => setQuery('')} />
        )}
        {besideField}
      </div>
      {problem !== null && (
        <p className="search-problem" id={problemId} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
