// The dates of the filter: from and to, each as precise as the reader tells it.
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslate } from '../../messages/use-translate.ts'
import type { Listing } from './use-listing.ts'

/** A year, a month or a day that there is. */
function isPartialDate(text: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return false
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function DateField(props: {
  label: string
  value: string | null
  onChange: (value: string | null) => void
}): ReactNode {
  const { label, value, onChange } = props
  const translate = useTranslate()
  const problemId = useId()
  // What is typed stays as it is until it is a date; another value from elsewhere takes its place.
  const [draft, setDraft] = useState<{ text: string; of: string | null }>({ text: value ?? '', of: value })
  const text = draft.of === value ? draft.text : (value ?? '')
  const isWrong = text.trim() !== '' && !isPartialDate(text.trim())
  return (
    <label className="filter-date">
      {label}
      <input
        type="text"
        inputMode="numeric"
        size={10}
        maxLength={10}
        placeholder={translate('filter.date.example')}
        value={text}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? problemId : undefined}
        onChange={(event) => {
          const typed = event.target.value
          const tidy = typed.trim()
          const next = tidy === '' ? null : isPartialDate(tidy) ? tidy : value
          setDraft({ text: typed, of: next })
          onChange(next)
        }}
      />
      {isWrong && (
        <span className="filter-problem" id={problemId}>
          {translate('filter.date.problem')}
        </span>
      )}
    </label>
  )
}

/** Shows the fields. */
export function FilterDates({ listing }: { listing: Listing }): ReactNode {
  const { filter, change } = listing
  const translate = useTranslate()
  return (
    <fieldset className="filter-part">
      <legend>{translate('filter.dates')}</legend>
      <div className="filter-dates">
        <DateField
          label={translate('filter.from')}
          value={filter.from}
          onChange={(from) => change({ from })}
        />
        <DateField label={translate('filter.to')} value={filter.to} onChange={(to) => change({ to })} />
      </div>
      <label className="filter-choice">
        <input
          type="checkbox"
          checked={filter.withUndated}
          onChange={(event) => change({ withUndated: event.target.checked })}
        />
        <span className="filter-words">{translate('filter.withUndated')}</span>
      </label>
    </fieldset>
  )
}
