// Keys that act on a selection in an article: H and 1 to 5 highlight it, N adds a note, Esc lets it go.
import { useEffect, useEffectEvent } from 'react'
import type { HighlightColour } from '../../../electron/contract/annotation.ts'
import { highlightColours } from '../../../electron/contract/limits.ts'
import type { TextRange } from '../../../electron/contract/text-range.ts'
import { usePageState } from '../../state/page-state.ts'
import { isTyping } from '../../ui/is-typing.ts'

/** Listens while there is a selection. Single letters act outside text fields only. */
export function useHighlightKeys(
  selection: TextRange | null,
  highlight: (range: TextRange, colour: HighlightColour) => string,
  dismiss: () => void,
): void {
  const { annotations, settings, workspace } = usePageState()

  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (!selection || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const key = event.key.toLowerCase()
    const lastColour = settings.store.getState().highlightColour
    const numbered = highlightColours[Number(key) - 1]
    if (key === 'h') highlight(selection, lastColour)
    else if (numbered) highlight(selection, numbered)
    else if (key === 'escape') dismiss()
    else if (key === 'n') {
      annotations.editNote(highlight(selection, lastColour))
      workspace.showNotebook()
    } else return
    event.preventDefault()
  })

  const active = selection !== null
  useEffect(() => {
    if (!active) return
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [active])
}
