// The one listener for the keys of commands, and for commands that are chosen in a native menu.
import { useEffect, useEffectEvent } from 'react'
import type { PageState } from '../../state/page-state.ts'
import { usePageState } from '../../state/page-state.ts'
import { isMac } from '../../ui/is-mac.ts'
import { allCommands } from './all-commands.ts'
import type { Command } from './command.ts'
import { findCommand, readPlace } from './find-command.ts'
import { chordsOf, toKeyPress } from './key-chord.ts'

/** A dialog over the page waits for an answer: nothing below it may change meanwhile. */
const isDialogOpen = (): boolean => document.querySelector('.modal-overlay') !== null

/** Runs a command where it can do something now; answers whether it could. */
export function runCommand(command: Command, state: PageState): boolean {
  if (isDialogOpen() || (command.whyNot?.(state) ?? null) !== null) return false
  command.run(state)
  return true
}

/** Listens. */
export function useCommandKeys(): void {
  const state = usePageState()

  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    // Some part has taken the key already, or an input method is at work (229: the press that ends it, in Safari).
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || isDialogOpen()) return
    const place = readPlace(event.target, state.selections.store.getState().words !== null)
    const settings = state.settings.store.getState()
    const command = findCommand(allCommands, settings, chordsOf(toKeyPress(event), isMac), place)
    if (!command) return
    // Also where nothing can be done now: the browser must not do something else with the key instead.
    event.preventDefault()
    if (!event.repeat || command.repeats) runCommand(command, state)
  })

  const onMenu = useEffectEvent((id: string): void => {
    const command = allCommands.find((candidate) => candidate.id === id)
    if (command) runCommand(command, state)
  })

  useEffect(() => {
    document.addEventListener('keydown', onKey)
    const stop = state.onCommand(onMenu)
    return () => {
      document.removeEventListener('keydown', onKey)
      stop()
    }
  }, [state])
}
