// How narrow a pane may be, with the letters as the reader has set them.
import { useStore } from 'zustand'
import { usePageState } from '../../state/page-state.ts'
import { paneFloor } from './pane-room.ts'

/** See {@link paneFloor}; follows the size of the letters. */
export function usePaneFloor(): number {
  const { settings } = usePageState()
  return useStore(settings.store, ({ textSize }) => paneFloor(textSize))
}
