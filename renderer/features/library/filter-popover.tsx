// The filter of the library: every choice with the number of articles that it would leave.
import { ListFilter } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { annotatedChoices, readingChoices } from '../../../electron/contract/library-choices.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { emptyFilter } from '../../state/empty-filter.ts'
import { usePageState } from '../../state/page-state.ts'
import { choiceWords } from './choice-words.ts'
import { FilterDates } from './filter-dates.tsx'
import type { ChoicePart } from './list-articles.ts'
import { countAnswers, countChoices } from './list-articles.ts'
import type { Listing } from './use-listing.ts'
import { useListing } from './use-listing.ts'

const parts = ['kinds', 'outlets', 'tags', 'languages'] as const satisfies ChoicePart[]

function Choice(props: {
  type: 'checkbox' | 'radio'
  name: string
  words: string
  count: number
  isChosen: boolean
  onChange: (isChosen: boolean) => void
}): ReactNode {
  const { type, name, words, count, isChosen, onChange } = props
  const translate = useTranslate()
  return (
    <label className="filter-choice" data-empty={count === 0 && !isChosen}>
      <input
        type={type}
        name={name}
        checked={isChosen}
        aria-label={translate('filter.choice', { words, count })}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="filter-words" aria-hidden="true">
        {words}
      </span>
      <span className="filter-count" aria-hidden="true">
        {count}
      </span>
    </label>
  )
}

function Part({ part, listing }: { part: ChoicePart; listing: Listing }): ReactNode {
  const { articles, filter, facts, change } = listing
  const translate = useTranslate()
  const choices = countChoices(articles, filter, facts, part)
  const chosen: readonly string[] = filter[part]
  // A choice that all articles share tells nothing apart.
  if (choices.length < 2 && chosen.length === 0) return null
  return (
    <fieldset className="filter-part">
      <legend>{translate(`filter.${part}`)}</legend>
      {choices.map(({ value, count }) => (
        <Choice
          key={value}
          type="checkbox"
          name={part}
          words={choiceWords(part, value, translate)}
          count={count}
          isChosen={chosen.includes(value)}
          onChange={(isChosen) => {
            const others = chosen.filter((other) => other !== value)
            change({ [part]: isChosen ? [...others, value] : others })
          }}
        />
      ))}
    </fieldset>
  )
}

function Answers({ listing }: { listing: Listing }): ReactNode {
  const { articles, filter, facts, change } = listing
  const translate = useTranslate()
  const reading = countAnswers(articles, filter, facts, 'reading', readingChoices)
  const annotated = countAnswers(articles, filter, facts, 'annotated', annotatedChoices)
  return (
    <>
      <fieldset className="filter-part">
        <legend>{translate('filter.reading')}</legend>
        {readingChoices.map((name, at) => (
          <Choice
            key={name}
            type="radio"
            name="reading"
            words={translate(`filter.reading.${name}`)}
            count={reading[at] ?? 0}
            isChosen={filter.reading === name}
            onChange={() => change({ reading: name })}
          />
        ))}
      </fieldset>
      <fieldset className="filter-part">
        <legend>{translate('filter.annotated')}</legend>
        {annotatedChoices.map((name, at) => (
          <Choice
            key={name}
            type="radio"
            name="annotated"
            words={translate(`filter.annotated.${name}`)}
            count={annotated[at] ?? 0}
            isChosen={filter.annotated === name}
            onChange={() => change({ annotated: name })}
          />
        ))}
      </fieldset>
    </>
  )
}

function Content(): ReactNode {
  const listing = useListing()
  const { articles, kept, isFiltered, change } = listing
  const translate = useTranslate()
  return (
    <>
      <header className="filter-head">
        <Heading slot="title">{translate('filter.name')}</Heading>
        <span className="filter-total" role="status">
          {translate('filter.total', { count: kept.length, of: articles.length })}
        </span>
        <Button className="small-button" isDisabled={!isFiltered} onPress={() => change(emptyFilter)}>
          {translate('filter.clear')}
        </Button>
      </header>
      <Answers listing={listing} />
      {parts.map((part) => (
        <Part key={part} part={part} listing={listing} />
      ))}
      <FilterDates listing={listing} />
    </>
  )
}

/** Shows the button that opens the filter. */
export function FilterPopover(): ReactNode {
  const { reading } = usePageState()
  const { isFiltered } = useListing()
  const translate = useTranslate()
  return (
    <DialogTrigger
      onOpenChange={(isOpen) => {
        if (isOpen) void reading.countHighlights()
      }}
    >
      <Button
        className="icon-button filter-button"
        aria-label={translate('filter.open')}
        data-on={isFiltered}
        data-command="library.filter"
      >
        <ListFilter size={16} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="popover-dialog filter">
          <Content />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
