// What the standing query found, best first.
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { ArticleSummary } from '../../../electron/contract/article.ts'
import type { SearchAnswer, SearchHit } from '../../../electron/contract/search.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { MarkedText } from '../../ui/marked-text.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ArticleRow } from '../library/article-row.tsx'

function HitRow({ article, hit }: { article: ArticleSummary; hit: SearchHit }): ReactNode {
  const { snippet } = hit
  return (
    <ArticleRow article={article} titleMarks={hit.titleMarks} range={hit.firstMatch}>
      <p className="row-snippet" lang={article.language}>
        {snippet.cutBefore && '… '}
        <MarkedText text={snippet.text} marks={snippet.marks} />
        {snippet.cutAfter && ' …'}
      </p>
    </ArticleRow>
  )
}

function CountLine({ answer, of }: { answer: SearchAnswer; of: number }): ReactNode {
  const { search } = usePageState()
  const translate = useTranslate()
  const query = useStore(search.store, (state) => state.answeredQuery)
  const stale = useStore(search.store, (state) => state.error !== null)
  return (
    <p className="list-count" aria-live="polite">
      {translate('results.count', { total: answer.total, of })}
      {stale && <span className="list-remark">{translate('results.earlier', { query })}</span>}
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
  const { library } = usePageState()
  const translate = useTranslate()
  const articles = useStore(library.store, (state) => state.library?.articles) ?? []
  const byId = new Map(articles.map((article) => [article.id, article]))
  if (answer.tooShort) return <Notice title={translate('results.tooShort')} />
  return (
    <>
      <CountLine answer={answer} of={articles.length} />
      {answer.total === 0 ? (
        <Notice title={translate('results.none.title')}>{translate('results.none.advice')}</Notice>
      ) : (
        <ul className="article-list" aria-label={translate('results.name')}>
          {answer.hits.map((hit) => {
            const article = byId.get(hit.articleId)
            return article && <HitRow key={hit.articleId} article={article} hit={hit} />
          })}
        </ul>
      )}
      {answer.total > answer.hits.length && (
        <p className="list-remark">
          {translate('results.more', { shown: answer.hits.length, total: answer.total })}
        </p>
      )}
    </>
  )
}
