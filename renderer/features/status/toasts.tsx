// Short messages at the foot of the page, with a way back where there is one.
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import './status.css'

/** Shows the messages. */
export function Toasts(): ReactNode {
  const { toasts } = usePageState()
  const translate = useTranslate()
  const shown = useStore(toasts.store, (state) => state.toasts)
  return (
    <div className="toasts" role="status">
      {shown.map(({ id, message, values, action }) => (
        <div key={id} className="toast">
          <span>{translate(message, values)}</span>
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
