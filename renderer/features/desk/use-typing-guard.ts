// A field can go while somebody types in it: its note was deleted in another window. The letters that still come were
// meant for it, and must not become commands nor press the button that takes the focus over.
import { useEffect } from 'react'

/** Milliseconds without a letter after which the next one is meant as it comes. */
const rest = 1000

const isField = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement &&
  target.matches('input:not([type="radio"], [type="checkbox"], [type="range"]), textarea')

/** Whether a key writes or deletes a letter. Enter and Esc end the writing: whoever presses them knows that the field goes. */
const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  (key.length === 1 || key === 'Backspace' || key === 'Delete') && !ctrlKey && !metaKey && !altKey

/** Guards letters on their way into a field that has gone. */
export function useTypingGuard(): void {
  useEffect(() => {
    /** Where the last letter was written, if nothing else was done since. */
    let field: HTMLElement | null = null
    /** When the last letter came that found its field gone; `null` before the first. */
    let lastStray: number | null = null

    const onKey = (event: KeyboardEvent): void => {
      if (isField(event.target)) {
        field = isLetter(event) ? event.target : null
        lastStray = null
        return
      }
      const goesOn = lastStray === null || event.timeStamp - lastStray < rest
      if (field?.isConnected === false && goesOn && isLetter(event)) {
        lastStray = event.timeStamp
        event.preventDefault()
        event.stopImmediatePropagation()
      } else field = null
    }
    const onPress = (): void => {
      field = null
    }
    document.addEventListener('keydown', onKey, { capture: true })
    document.addEventListener('pointerdown', onPress, { capture: true })
    return () => {
      document.removeEventListener('keydown', onKey, { capture: true })
      document.removeEventListener('pointerdown', onPress, { capture: true })
    }
  }, [])
}
