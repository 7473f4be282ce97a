// How far a longer piece of work is.
import type { ReactNode } from 'react'
import { Label, ProgressBar } from 'react-aria-components'

/** Shows a bar. `share` is how much is done, from 0 to 1. */
export function ProgressLine({ label, share }: { label: string; share: number }): ReactNode {
  return (
    <ProgressBar className="progress" value={share} minValue={0} maxValue={1}>
      {({ percentage = 0, valueText }) => (
        <>
          <span className="progress-words">
            <Label>{label}</Label>
            <span aria-hidden="true">{valueText}</span>
          </span>
          <svg className="progress-track" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect className="progress-done" width={percentage} height="1" />
          </svg>
        </>
      )}
    </ProgressBar>
  )
}
