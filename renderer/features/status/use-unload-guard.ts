// When the page goes: send what waits, and ask first where something could not be saved.
import { useEffect } from 'react'
import { usePageState } from '../../state/page-state.ts'

/** Guards unsaved words against a closed or reloaded page. */
export function useUnloadGuard(): void {
  const { annotations, prepareToLeave } = usePageState()
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (!prepareToLeave()) event.preventDefault()
    }
    const send = (): void => annotations.saveAll()
    addEventListener('beforeunload', ask)
    addEventListener('pagehide', send)
    document.addEventListener('visibilitychange', send)
    return () => {
      removeEventListener('beforeunload', ask)
      removeEventListener('pagehide', send)
      document.removeEventListener('visibilitychange', send)
    }
  }, [annotations, prepareToLeave])
}
