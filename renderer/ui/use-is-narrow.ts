// Whether the window is too narrow for three columns: the notebook then lies over the panes.
import { useSyncExternalStore } from 'react'

/** Below this width, in CSS pixels, two panes and both sides do not fit beside each other. */
const query = matchMedia('(max-width: 1179px)')

function subscribe(onChange: () => void): () => void {
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

/** True while the window is narrow. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches)
}
