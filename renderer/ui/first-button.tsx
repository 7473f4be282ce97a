// The button of a dialog that has the focus as soon as it is drawn, so that Enter is enough.
import type { ReactNode } from 'react'
import type { ButtonProps } from 'react-aria-components'
import { Button } from 'react-aria-components'

/** Shows the button. Only for dialogs, which have moved the focus to themselves already. */
export function FirstButton(props: ButtonProps): ReactNode {
  // oxlint-disable-next-line jsx-a11y/no-autofocus -- the focus stays within the dialog that the reader has opened
  return <Button {...props} autoFocus />
}
