// The program's mark: a wheel, after the reading desk that it is named for.
import type { ReactNode } from 'react'

/** Shows the mark; the name stands beside it, so it says nothing itself. */
export function Mark(): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <circle cx="12" cy="12" r="9" />
      <path d="M12 3v18M3 12h18M5.6 5.6l12.8 12.8M18.4 5.6 5.6 18.4" />
      <circle className="mark-hub" cx="12" cy="12" r="2.6" />
    </svg>
  )
}
