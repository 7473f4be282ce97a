// The notes on an article as a whole, at its head.
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { ArticleId } from '../../../electron/contract/article.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { isArticleNote } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'
import { NoteBox } from './note-box.tsx'

const none: readonly never[] = []

/** Shows the notes on an article; nothing where there are none. */
export function ArticleNotes({ articleId, paneKey }: { articleId: ArticleId; paneKey: string }): ReactNode {
  const { annotations } = usePageState()
  const translate = useTranslate()
  const entries = useStore(annotations.store, ({ byArticle }) => byArticle[articleId]) ?? none
  const notes = entries.filter(isArticleNote)
  if (notes.length === 0) return null
  return (
    <section className="article-notes" aria-label={translate('articleNotes.name')}>
      {notes.map((entry) => (
        <NoteBox key={entry.id} entry={entry} where={paneKey} />
      ))}
    </section>
  )
}
