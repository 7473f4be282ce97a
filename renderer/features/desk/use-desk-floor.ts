// How far the sides may push in upon the articles: two panes keep their room as long as the sides can give way.
import { useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { usePageState } from '../../state/page-state.ts'
import { useIsSmall } from '../../ui/use-is-narrow.ts'
import { roomForPanes } from '../reading/pane-room.ts'
import { usePaneFloor } from '../reading/use-pane-floor.ts'
import type { SideWidths } from './fit-sides.ts'
import { fitSides, sideFloors } from './fit-sides.ts'

/** CSS pixels for the lines between the sides and the middle. */
const lines = 4

/** CSS pixels by which the line between two panes can then still be moved either way, where there are any left. */
const play = 24

/** CSS pixels that one pane needs beside a side, where two have no room; and where it has the window to itself. */
const oneBeside = 300
const oneAlone = 200

function subscribe(onChange: () => void): () => void {
  addEventListener('resize', onChange)
  return () => removeEventListener('resize', onChange)
}

/**
 * Answers the CSS pixels that the middle needs beside the sides, and the widths of the sides that leave it so much.
 * `sides` has the widths that the reader chose, and 0 for a side that is not shown.
 */
export function useDeskFloor(sides: SideWidths): { floor: number; fitting: SideWidths } {
  const { workspace } = usePageState()
  const small = useIsSmall()
  const hasTwo = useStore(workspace.store, ({ panes, wide }) => panes.length > 1 && !wide)
  const two = roomForPanes(2, usePaneFloor())
  const width = useSyncExternalStore(subscribe, () => innerWidth) - lines
  if (small) return { floor: oneAlone, fitting: sides }
  const left =
    width - (sides.library > 0 ? sideFloors.library : 0) - (sides.notebook > 0 ? sideFloors.notebook : 0)
  const floor = hasTwo && two <= left ? Math.min(two + 2 * play, left) : oneBeside
  return { floor, fitting: fitSides(sides, width - floor) }
}
