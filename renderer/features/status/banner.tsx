// A line above the desk that the reader should not miss.
import type { ReactNode } from 'react'

/** Shows the line; `danger` is said at once by a screen reader. */
export function Banner(props: {
  tone: 'warning' | 'danger'
  children: ReactNode
  action?: ReactNode
}): ReactNode {
  return (
    <div className="banner" data-tone={props.tone} role={props.tone === 'danger' ? 'alert' : 'note'}>
      <p>{props.children}</p>
      {props.action && <div className="banner-actions">{props.action}</div>}
    </div>
  )
}
