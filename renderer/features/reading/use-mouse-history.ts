// Back and forward by the fourth and fifth button of a mouse, in the pane under it.
import { useEffect, useEffectEvent } from 'react'
import type { WorkspaceState } from '../../state/workspace-store.ts'
import { usePageState } from '../../state/page-state.ts'
import { goThroughHistory } from './pane-actions.ts'

/** Which way a button leads, by its number. */
const steps: Readonly<Record<number, 'back' | 'forward'>> = { 3: 'back', 4: 'forward' }

/** Index of the pane under the mouse, or of the focused one. */
function paneUnder(target: EventTarget | null, { panes, focusedPane }: WorkspaceState): number {
  const pane = target instanceof Element ? target.closest<HTMLElement>('[data-pane]') : null
  const index = panes.findIndex(({ key }) => key === pane?.dataset['pane'])
  return index < 0 ? focusedPane : index
}

/** Listens on the whole page: the browser's own history must not lead out of it. */
export function useMouseHistory(): void {
  const state = usePageState()

  const onMouse = useEffectEvent((event: MouseEvent): void => {
    const step = steps[event.button]
    if (!step) return
    event.preventDefault()
    if (event.type !== 'mouseup') return
    goThroughHistory(state, paneUnder(event.target, state.workspace.store.getState()), step)
  })

  useEffect(() => {
    const types = ['mousedown', 'mouseup', 'auxclick'] as const
    for (const type of types) document.addEventListener(type, onMouse)
    return () => {
      for (const type of types) document.removeEventListener(type, onMouse)
    }
  }, [])
}
