// The notebook: the highlights and notes of the article in the focused pane, in text order.
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { Hint } from '../status/hint.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AnnotationCard } from './annotation-card.tsx'
import { paragraphNumberAt } from './paragraph-number.ts'
import './annotations.css'

const none: readonly never[] = []

/** Shows the notebook. */
export function Notebook(): ReactNode {
  const { annotations, library, workspace } = usePageState()
  const translate = useTranslate()
  const index = useStore(workspace.store, ({ focusedPane }) => focusedPane)
  const articleId = useStore(workspace.store, ({ panes }) => panes[index]?.articleId)
  const known = useStore(library.store, ({ articles }) => (articleId ? articles[articleId] : undefined))
  const entries =
    useStore(annotations.store, ({ byArticle }) => (articleId ? byArticle[articleId] : undefined)) ?? none
  const article = known && 'article' in known ? known.article : null

  return (
    <aside className="notebook" tabIndex={-1} aria-label={translate('notebook.name')}>
      <header className="notebook-header">
        <h2>{translate('notebook.name')}</h2>
        {article && entries.length > 0 && (
          <span className="notebook-count">{translate('notebook.count', { count: entries.length })}</span>
        )}
      </header>
      <Hint name="highlight" />
      {article && <p className="notebook-article">{article.title}</p>}
      {entries.length > 0 ? (
        <ul className="card-list" aria-label={translate('notebook.list')}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <AnnotationCard
                entry={entry}
                paragraph={article && paragraphNumberAt(article.blocks, entry.start)}
                onJump={() => {
                  annotations.select(entry.id)
                  workspace.reveal(index, entry)
                }}
              />
            </li>
          ))}
        </ul>
      ) : (
        <Notice title={translate(article ? 'notebook.empty.title' : 'notebook.none.title')}>
          {translate(article ? 'notebook.empty.advice' : 'notebook.none.advice')}
        </Notice>
      )}
    </aside>
  )
}
