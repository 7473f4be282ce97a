// What the standing query found, best first.
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { ArticleSummary } from '../../../electron/contract/article.ts'
import type { SearchAnswer, SearchHit } from '../../../electron/contract/search.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { MarkedText } from '../../ui/marked-text.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useListing } from '../library/use-listing.ts'
import { ListTools } from '../library/list-tools.tsx'
import { NoResults } from './no-results.tsx'
import { ArticleRow } from '../library/article-row.tsx'
import { NoteResults } from './note-results.tsx'

function HitRow({ article, hit }: { article: ArticleSummary; hit: SearchHit }): ReactNode {
  const { snippet } = hit
  return (
    <ArticleRow article={article} titleMarks={hit.titleMarks} range={hit.firstMatch}>
      <p className="row-snippet" lang={article.language}>
        {snippet.cutBefore && '…\u00A0'}
        <MarkedText text={snippet.text} marks={snippet.marks} />
        {snippet.cutAfter && '\u00A0…'}
      </p>
    </ArticleRow>
  )
}

function CountLine({ answer, shown, of }: { answer: SearchAnswer; shown: number; of: number }): ReactNode {
  const { search } = usePageState()
  const translate = useTranslate()
  const query = useStore(search.store, (state) => state.answeredQuery)
  const stale = useStore(search.store, (state) => state.error !== null)
  return (
    <p className="list-count" aria-live="polite">
      {stale
        ? translate('results.earlier', { query: query.trim() })
        : translate('results.count', { total: shown, of })}
      {answer.undatedLeftOut > 0 && (
        <span className="list-remark">
          {translate('results.undatedLeftOut', { count: answer.undatedLeftOut })}
        </span>
      )}
    </p>
  )
}

/** Shows the results; an answer stays in sight, under its own query's name, while a later one cannot be read. */
export function Results({ answer }: { answer: SearchAnswer }): ReactNode {
  const { search } = usePageState()
  const { articles, kept, isFiltered } = useListing()
  const translate = useTranslate()
  const byId = new Map(kept.map((article) => [article.id, article]))
  const isOnlyForNotes = useStore(search.store, ({ notes }) => notes?.isOnlyForNotes ?? false)
  if (answer.tooShort) return <Notice title={translate('results.tooShort')} />
  const hits = answer.hits.filter(({ articleId }) => byId.has(articleId))
  const isCut = answer.total > answer.hits.length
  return (
    <>
      <ListTools canSort={false}>
        <CountLine answer={answer} shown={isFiltered ? hits.length : answer.total} of={articles.length} />
      </ListTools>
      {isOnlyForNotes ? (
        <p className="list-count">{translate('results.onlyNotes')}</p>
      ) : hits.length === 0 ? (
        <NoResults found={isFiltered ? answer.total : 0} />
      ) : (
        <ul className="article-list" aria-label={translate('results.name')}>
          {hits.map((hit) => {
            const article = byId.get(hit.articleId)
            return article && <HitRow key={hit.articleId} article={article} hit={hit} />
          })}
        </ul>
      )}
      {isCut && (
        <p className="list-remark">
          {translate(isFiltered ? 'results.moreFiltered' : 'results.more', {
            shown: answer.hits.length,
            total: answer.total,
          })}
        </p>
      )}
      <NoteResults />
    </>
  )
}
