// A dialog over the page, which waits until it is closed. Esc, a press beside it and its own button close it.
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useRef } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './icon-button.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

/** What a dialog needs. */
export interface ModalDialogProps {
  title: string
  /** Name of the button that closes it; left out where the dialog's own buttons do. */
  closeLabel?: string
  onClose: () => void
  /** Whether it may be closed by Esc or a press beside it now. */
  isDismissable?: boolean
  /** `alertdialog` for a question that must be answered. */
  role?: 'dialog' | 'alertdialog'
  size?: 'small' | 'medium' | 'large'
  children: ReactNode
}

/** Apart from the overlay, so that it comes and goes with the dialog's element. */
function Content({ title, closeLabel, onClose, role = 'dialog', children }: ModalDialogProps): ReactNode {
  const dialog = useRef<HTMLElement>(null)
  useKeptFocus(dialog)
  return (
    <Dialog ref={dialog} className="modal-dialog" role={role}>
      <header className="modal-header">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {closeLabel !== undefined && <IconButton icon={X} label={closeLabel} onPress={onClose} />}
      </header>
      {children}
    </Dialog>
  )
}

/** Shows a dialog; it is open as long as it is drawn. */
export function ModalDialog(props: ModalDialogProps): ReactNode {
  const { onClose, isDismissable = true, size = 'medium' } = props
  return (
    <ModalOverlay
      className="modal-overlay"
      isOpen
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className="modal" data-size={size}>
        <Content {...props} />
      </Modal>
    </ModalOverlay>
  )
}
