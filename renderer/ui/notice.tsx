// A few words where there is nothing else to show: what is the case, and what to do next.
import type { ReactNode } from 'react'

/** Shows a title, an explanation and, where there is one, a thing to do. */
export function Notice(props: { title: string; children?: ReactNode; action?: ReactNode }): ReactNode {
  return (
    <div className="notice">
      <p className="notice-title">{props.title}</p>
      {props.children && <p className="notice-text">{props.children}</p>}
      {props.action}
    </div>
  )
}
