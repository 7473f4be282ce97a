// Which of the page's own overlays stands open: a command opens one, whatever part of the page draws it.
import { createStore } from 'zustand/vanilla'

/** An overlay that a command can open. */
export type OverlayName = 'palette' | 'keys' | 'choice of keys'

/** Makes the store. One overlay at a time. */
export function createOverlayStore() {
  const store = createStore<{ open: OverlayName | null }>(() => ({ open: null }))
  return {
    store,
    show: (name: OverlayName): void => store.setState({ open: name }),
    close: (): void => store.setState({ open: null }),
  }
}

/** See {@link createOverlayStore}. */
export type OverlayStore = ReturnType<typeof createOverlayStore>
