// The keys of a command as they are now, for tooltips and hints.
import { useStore } from 'zustand'
import { usePageState } from '../../state/page-state.ts'
import { commandOf } from './all-commands.ts'
import { keysOf } from './key-bindings.ts'

/** Gives the first key of a command by its id, as in `Mod+Enter`; `undefined` where it has none. */
export function useKeysOf(): (id: string) => string | undefined {
  const { settings } = usePageState()
  const chosen = useStore(settings.store)
  return (id) => keysOf(commandOf(id), chosen)[0]
}
