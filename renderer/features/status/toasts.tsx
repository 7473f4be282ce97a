// Short messages at the foot of the page, with a way back where there is one. An open dialog leaves them in reach.
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import { describeError } from '../../messages/describe-error.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import './status.css'

/** Shows the messages. */
export function Toasts(): ReactNode {
  const { toasts } = usePageState()
  const translate = useTranslate()
  const shown = useStore(toasts.store, (state) => state.toasts)
  return (
    <div className="toasts" role="status" data-react-aria-top-layer="true">
      {shown.map(({ id, message, values, error, action }) => (
        <div key={id} className="toast">
          <span>
            {translate(message, error ? { ...values, reason: describeError(error, translate) } : values)}
          </span>
          {action && (
            <Button
              className="toast-action"
              onPress={() => {
                toasts.dismiss(id)
                action.run()
              }}
            >
              {translate(action.label)}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}
