// The line below the notebook's name: how much it holds, kind by kind, and how much of that is shown.
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { KindCounts } from '../../../electron/contract/notebook.ts'
import { annotationKinds } from '../../../electron/contract/notebook.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { isFiltered } from '../../state/notebook-question.ts'
import { usePageState } from '../../state/page-state.ts'
import { useIsLate } from '../../ui/use-is-late.ts'
import { useKindWords } from './kind-words.ts'
import type { NotebookRows } from './use-notebook-rows.ts'

const nothing: KindCounts = { highlights: 0, articleNotes: 0, memos: 0 }

/** Shows how much is shown; words that say so where it takes long. */
export function NotebookCount({ counts }: Pick<NotebookRows, 'counts'>): ReactNode {
  const { notebook, workspace } = usePageState()
  const translate = useTranslate()
  const filtered = useStore(workspace.store, (state) => isFiltered(state.notebook))
  const isLate = useIsLate(useStore(notebook.store, (state) => state.waiting))
  const { unread = 0, found = 0, inScope = 0, kinds = nothing } = counts ?? {}
  const all = useKindWords()(kinds)
  // Where there is one kind the number found is said of it; of several it is said of all together.
  const isOneKind = annotationKinds.some((kind) => kinds[kind] === inScope)
  const words = filtered ? (
    <>
      <span aria-hidden="true">{translate('notebook.countOf.short', { count: found, all: inScope })}</span>
      <span className="visually-hidden">
        {isOneKind
          ? translate('notebook.countOf', { count: found, all })
          : translate('notebook.countOf.mixed', { count: found, all: inScope })}
      </span>
    </>
  ) : (
    all
  )
  if (unread > 0) {
    return (
      <span className="notebook-count" role="status">
        {translate('notebook.unread', { count: unread })}
      </span>
    )
  }
  return (
    <span className="notebook-count" role="status">
      {isLate ? translate('notebook.looking') : inScope > 0 && words}
    </span>
  )
}
