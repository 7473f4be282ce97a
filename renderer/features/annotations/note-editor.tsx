// The field in which a note is written. It saves itself while somebody types and says so quietly.
import { useEffect, useRef } from 'react'
import type { ClipboardEvent, ReactNode } from 'react'
import { noteLimit } from '../../../electron/contract/limits.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'

/** Shows the field; it takes the focus where the note was asked for. */
export function NoteEditor({ entry, takeFocus }: { entry: AnnotationEntry; takeFocus: boolean }): ReactNode {
  const { annotations, toasts } = usePageState()
  const translate = useTranslate()
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    const element = field.current
    if (!takeFocus || !element) return
    element.focus()
    element.setSelectionRange(element.value.length, element.value.length)
  }, [takeFocus])

  function finish(): void {
    annotations.finishNote(entry.id)
    const { editingId, writing } = annotations.store.getState()
    if (editingId === entry.id) annotations.editNote(null)
    if (writing?.id === entry.id) annotations.write(null)
  }

  /** The browser cuts off what is too long and says nothing. */
  function tellCut({ clipboardData, currentTarget }: ClipboardEvent<HTMLTextAreaElement>): void {
    const { selectionStart, selectionEnd, textLength } = currentTarget
    const room = noteLimit - textLength + (selectionEnd - selectionStart)
    // A field counts each end of a line as one letter.
    if (clipboardData.getData('text').replaceAll('\r\n', '\n').length > room)
      toasts.show({ message: 'toast.noteFull', values: { limit: noteLimit } })
  }

  return (
    <textarea
      ref={field}
      className="note-field"
      aria-label={translate('note.field')}
      placeholder={translate('note.placeholder')}
      value={entry.note}
      maxLength={noteLimit}
      rows={2}
      onChange={(event) => annotations.writeNote(entry.id, event.target.value)}
      onPaste={tellCut}
      onBlur={finish}
      onKeyDown={(event) => {
        // While an input method composes, Esc and Enter belong to it.
        if (event.nativeEvent.isComposing) return
        const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
        // To the card that the note belongs to: a focus that falls out of the page is lost to the keyboard.
        if (!done) return
        event.preventDefault()
        const card = event.currentTarget.closest('.card')
        const next = card?.querySelector('button') ?? card?.closest<HTMLElement>('.pane-scroll, .notebook')
        next?.focus()
      }}
    />
  )
}
