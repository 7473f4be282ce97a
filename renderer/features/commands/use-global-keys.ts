// Keys that work everywhere on the page. README lists them.
import { useEffect, useEffectEvent } from 'react'
import { flushSync } from 'react-dom'
import { usePageState } from '../../state/page-state.ts'
import { isTyping } from '../../ui/is-typing.ts'
import { searchFieldId } from '../search/search-field.tsx'
import { stepMatch } from '../search/step-match.ts'

/** Places that F6 goes round, in reading order; those that are folded away are passed over. */
const stops = [`#${searchFieldId}`, '.pane .pane-scroll', '.notebook']

function focusNextStop(backwards: boolean): void {
  const elements = [...document.querySelectorAll<HTMLElement>(stops.join(','))]
  const here = elements.findIndex((element) => element.contains(document.activeElement))
  const step = backwards ? -1 : 1
  elements.at((Math.max(here, backwards ? 0 : -1) + step) % elements.length)?.focus()
}

function focusSearch(): void {
  const field = document.getElementById(searchFieldId)
  if (field instanceof HTMLInputElement) {
    field.focus()
    field.select()
  }
}

/** Listens for the page's own keys. */
export function useGlobalKeys(): void {
  const state = usePageState()

  function goToSearch(): void {
    // Drawn at once: the letters that are typed next must find the field.
    flushSync(() => state.workspace.showLibrary())
    focusSearch()
  }

  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const command = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    const { focusedPane } = state.workspace.store.getState()
    if (event.key === 'F3' || (command && key === 'g')) stepMatch(state, focusedPane, event.shiftKey ? -1 : 1)
    else if (event.key === 'F6') focusNextStop(event.shiftKey)
    else if (command && event.shiftKey && key === 'f') goToSearch()
    else if (isTyping(event.target)) return
    else if (command && !event.shiftKey && key === 'z') void state.annotations.undo()
    else if (!command && !event.altKey && key === '/') goToSearch()
    else return
    event.preventDefault()
  })

  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
