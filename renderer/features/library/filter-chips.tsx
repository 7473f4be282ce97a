// What of the filter is on: one chip each, which a press takes away.
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslate } from '../../messages/use-translate.ts'
import { emptyFilter } from '../../state/empty-filter.ts'
import { dateWords } from '../reading/source-line.ts'
import { choiceWords } from './choice-words.ts'
import type { ChoicePart } from './list-articles.ts'
import { useListing } from './use-listing.ts'

const parts = ['kinds', 'outlets', 'tags', 'languages'] as const satisfies ChoicePart[]

/** Shows the chips; nothing where nothing is filtered. */
export function FilterChips(): ReactNode {
  const { filter, isFiltered, change } = useListing()
  const translate = useTranslate()
  if (!isFiltered) return null
  const { reading, annotated, from, to } = filter
  const chips: { key: string; words: string; remove: () => void }[] = []
  const add = (key: string, words: string, remove: () => void) => chips.push({ key, words, remove })
  if (reading !== 'any')
    add('reading', translate(`filter.reading.${reading}`), () => change({ reading: 'any' }))
  if (annotated !== 'any')
    add('annotated', translate(`filter.annotated.${annotated}`), () => change({ annotated: 'any' }))
  for (const part of parts) {
    const chosen: readonly string[] = filter[part]
    for (const value of chosen) {
      const left = chosen.filter((other) => other !== value)
      add(`${part} ${value}`, choiceWords(part, value, translate), () => change({ [part]: left }))
    }
  }
  if (from !== null)
    add('from', translate('filter.chip.from', { date: dateWords(from, translate) }), () =>
      change({ from: null }),
    )
  if (to !== null)
    add('to', translate('filter.chip.to', { date: dateWords(to, translate) }), () => change({ to: null }))
  return (
    <div className="filter-chips" role="group" aria-label={translate('filter.chips')}>
      {chips.map(({ key, words, remove }) => (
        <Button
          key={key}
          className="chip filter-chip"
          aria-label={translate('filter.remove', { words })}
          onPress={remove}
        >
          <span className="chip-words">{words}</span>
          <X size={12} strokeWidth={2} aria-hidden="true" />
        </Button>
      ))}
      {chips.length > 1 && (
        <Button className="link-button filter-clear" onPress={() => change(emptyFilter)}>
          {translate('filter.clear')}
        </Button>
      )}
    </div>
  )
}
