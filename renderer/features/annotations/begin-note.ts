// Begins notes that hang on no words: on an article as a whole, or on none.
import { noArticleId } from '../../../electron/contract/limits.ts'
import type { PageState } from '../../state/page-state.ts'

/** Where a new memo is written: see `AnnotationState.writing`. */
export const memoPlace = 'notebook'

/** Begins a note on the article of the pane with this index, or of the focused one, to be written at its head. */
export function beginArticleNote({ annotations, workspace }: PageState, index?: number): void {
  const { panes, focusedPane } = workspace.store.getState()
  const pane = panes[index ?? focusedPane]
  if (pane) annotations.write({ id: annotations.begin(pane.articleId), where: pane.key })
}

/** Begins a memo, to be written at the head of the notebook. */
export function beginMemo({ annotations, workspace }: PageState): void {
  workspace.showNotebook()
  annotations.write({ id: annotations.begin(noArticleId), where: memoPlace })
}
