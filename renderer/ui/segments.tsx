// A choice of one among a few, all in sight.
import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'

/** What a choice needs. */
export interface SegmentsProps<Name extends string> {
  label: string
  names: readonly Name[]
  value: Name
  wordsOf: (name: Name) => string
  onChange: (name: Name) => void
}

/** Shows the choice; each segment carries its name as `data-name`, for looks of its own. */
export function Segments<Name extends string>(props: SegmentsProps<Name>): ReactNode {
  const { label, names, value, wordsOf, onChange } = props
  return (
    <RadioGroup
      className="segments"
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        const name = names.find((known) => known === chosen)
        if (name !== undefined) onChange(name)
      }}
    >
      <Label>{label}</Label>
      <div className="segments-row">
        {names.map((name) => (
          <Radio key={name} value={name} className="segment" data-name={name}>
            {wordsOf(name)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
