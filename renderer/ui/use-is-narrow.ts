// Whether the window is too narrow for all parts of the page to stand side by side. A page at 200% is half as wide.
import { useSyncExternalStore } from 'react'

/** Below this width two panes and both sides do not fit beside each other. */
const narrow = matchMedia('(max-width: 1179px)')
/** Below this width no pane fits beside the library. */
const small = matchMedia('(max-width: 639px)')

function createWidthHook(query: MediaQueryList): () => boolean {
  const subscribe = (onChange: () => void): (() => void) => {
    query.addEventListener('change', onChange)
    return () => query.removeEventListener('change', onChange)
  }
  return () => useSyncExternalStore(subscribe, () => query.matches)
}

/** Whether the window is narrow or small now: see the hooks of these names. */
export const readWidth = (): { isNarrow: boolean; isSmall: boolean } => ({
  isNarrow: narrow.matches,
  isSmall: small.matches,
})

/** True below the width, in CSS pixels, at which two panes and both sides fit: the notebook then lies over the panes. */
export const useIsNarrow = createWidthHook(narrow)

/** True below the width at which a pane fits beside the library: then one pane is shown, and the library lies over it. */
export const useIsSmall = createWidthHook(small)
