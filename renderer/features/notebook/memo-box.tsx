// The field in which a new memo is written, above the notebook's list; afterwards it stands in the list.
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { noArticleId } from '../../../electron/contract/limits.ts'
import { usePageState } from '../../state/page-state.ts'
import { memoPlace } from '../annotations/begin-note.ts'
import { NoteBox } from '../annotations/note-box.tsx'

/** Shows the field while a memo is being written in it. */
export function MemoBox(): ReactNode {
  const { annotations } = usePageState()
  const entry = useStore(annotations.store, ({ byArticle, writing }) =>
    writing?.where === memoPlace ? byArticle[noArticleId]?.find(({ id }) => id === writing.id) : undefined,
  )
  return entry ? <NoteBox entry={entry} where={memoPlace} /> : null
}
