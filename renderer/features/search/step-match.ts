// Going from match to match in the focused pane.
import type { TextRange } from '../../../electron/contract/text-range.ts'
import type { PageState } from '../../state/page-state.ts'

/**
 * Index of the match to go to: the next or the one before, round at the ends. Without a current match it is the
 * first one at or after what is in view (`topOffset`), or the last one before it.
 */
export function nextMatch(
  matches: readonly TextRange[],
  from: { current: number | null; topOffset: number },
  direction: 1 | -1,
): number | null {
  if (matches.length === 0) return null
  if (from.current !== null) return (from.current + direction + matches.length) % matches.length
  const following = matches.findIndex((match) => match.start >= from.topOffset)
  if (direction === 1) return following < 0 ? 0 : following
  return following <= 0 ? matches.length - 1 : following - 1
}

/** Brings the next (1) or previous (-1) match of the standing query into view in the pane with this index. */
export function stepMatch({ workspace, search }: PageState, index: number, direction: 1 | -1): void {
  const pane = workspace.store.getState().panes[index]
  if (!pane) return
  const matches = search.store.getState().matches[pane.articleId] ?? []
  const next = nextMatch(matches, { current: pane.currentMatch, topOffset: pane.topOffset }, direction)
  if (next !== null) workspace.reveal(index, matches[next] ?? null, next)
}
