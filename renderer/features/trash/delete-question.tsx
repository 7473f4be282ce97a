// Asks before anything goes for good: this is the one deletion that cannot be taken back.
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { FirstButton } from '../../ui/first-button.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'

/** Shows the question about this many highlights. */
export function DeleteQuestion({ count }: { count: number }): ReactNode {
  const { trash } = usePageState()
  const translate = useTranslate()
  return (
    <ModalDialog
      title={translate('trash.ask.title', { count })}
      role="alertdialog"
      size="small"
      onClose={() => trash.ask(null)}
    >
      <p className="modal-text">{translate('trash.ask.advice', { count })}</p>
      <footer className="modal-actions">
        <FirstButton className="small-button" onPress={() => trash.ask(null)}>
          {translate('trash.ask.keep')}
        </FirstButton>
        <Button className="small-button danger-button" onPress={() => void trash.deleteAsked()}>
          {translate('trash.deleteForGood')}
        </Button>
      </footer>
    </ModalDialog>
  )
}
