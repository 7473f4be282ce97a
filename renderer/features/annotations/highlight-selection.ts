// Makes a highlight of the selected words, whether by a key, the toolbar or the palette.
import type { HighlightColour, HighlightStyle } from '../../../electron/contract/annotation.ts'
import type { PageState } from '../../state/page-state.ts'

/** Highlights the selection in `colour`, or in the one used last; answers the id, or `null` where nothing is selected. */
export function highlightSelection(
  state: PageState,
  colour?: HighlightColour,
  style: HighlightStyle = 'highlight',
): string | null {
  const { annotations, selections, settings } = state
  const { words } = selections.store.getState()
  if (!words) return null
  const { articleId, contentHash, start, end, quote } = words
  const last = settings.store.getState().highlightColour
  words.letGo()
  if (colour && colour !== last) void settings.change({ highlightColour: colour })
  return annotations.create({ articleId, contentHash, start, end, quote, colour: colour ?? last, style })
}

/** Highlights the selection in the colour used last and opens a note on it. */
export function writeNoteOnSelection(state: PageState): void {
  const id = highlightSelection(state)
  if (id === null) return
  state.annotations.editNote(id)
  state.workspace.showNotebook()
}
