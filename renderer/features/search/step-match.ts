// Going from match to match in the focused pane.
import { nextPlace } from '../../state/next-place.ts'
import type { PageState } from '../../state/page-state.ts'

/** Brings the next (1) or previous (-1) match of the standing query into view in the pane with this index. */
export function stepMatch({ workspace, search }: PageState, index: number, direction: 1 | -1): void {
  const pane = workspace.store.getState().panes[index]
  if (!pane) return
  const matches = search.store.getState().matches[pane.articleId] ?? []
  const next = nextPlace(
    matches,
    { current: pane.currentMatch, topOffset: workspace.topOffset(pane) },
    direction,
  )
  if (next !== null) workspace.reveal(index, matches[next] ?? null, next)
}
