// What the notebook lets through and how it is grouped: words, colours, with a note or without.
import { Search, X } from 'lucide-react'
import { memo } from 'react'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'
import { useIntl } from 'react-intl'
import { useStore } from 'zustand'
import type { HighlightColour } from '../../../electron/contract/annotation.ts'
import { highlightColours } from '../../../electron/contract/limits.ts'
import type { TagCount } from '../../../electron/contract/notebook.ts'
import { notebookGroupings, notebookTextLimit, notePresences } from '../../../electron/contract/notebook.ts'
import { foldTag } from '../../../electron/contract/tags.ts'
import type { MessageId } from '../../messages/message-id.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useColourName } from '../annotations/use-colour-name.ts'

const TextFilter = memo(function TextFilter(): ReactNode {
  const { workspace } = usePageState()
  const translate = useTranslate()
  const text = useStore(workspace.store, ({ notebook }) => notebook.text)
  return (
    <div className="search-box notebook-text">
      <Search size={14} strokeWidth={2} aria-hidden="true" />
      <input
        type="search"
        aria-label={translate('notebook.filter')}
        placeholder={translate('notebook.filter.placeholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={notebookTextLimit}
        value={text}
        onChange={(event) => workspace.changeNotebook({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') {
            // A drawer around the notebook would take the key as well.
            event.stopPropagation()
            workspace.changeNotebook({ text: '' })
          } else if (event.key === 'ArrowDown') {
            event.preventDefault()
            document.querySelector<HTMLElement>('.notebook-list .card-quote')?.focus()
          }
        }}
      />
      {text !== '' && (
        <IconButton
          icon={X}
          label={translate('notebook.filter.clear')}
          keys="Esc"
          onPress={() => workspace.changeNotebook({ text: '' })}
        />
      )}
    </div>
  )
})

/** Lets one colour through; drawn again only when its own number changes. */
const ColourToggle = memo(function ColourToggle(props: {
  colour: HighlightColour
  count: number
}): ReactNode {
  const { colour, count } = props
  const { workspace } = usePageState()
  const translate = useTranslate()
  const colourName = useColourName()
  const intl = useIntl()
  const isChosen = useStore(workspace.store, ({ notebook }) => notebook.colours.includes(colour))
  function choose(isWished: boolean): void {
    const others = workspace.store.getState().notebook.colours.filter((other) => other !== colour)
    workspace.changeNotebook({ colours: isWished ? [...others, colour] : others })
  }
  return (
    <ToggleButton
      className="colour-filter"
      data-colour={colour}
      aria-label={translate('notebook.colour', { ...colourName(colour), count })}
      isSelected={isChosen}
      onChange={choose}
    >
      <span className="colour-dot" aria-hidden="true" />
      {intl.formatNumber(count, { notation: 'compact' })}
    </ToggleButton>
  )
})

function ColourFilter({ counts }: { counts: Record<HighlightColour, number> }): ReactNode {
  const translate = useTranslate()
  return (
    <div className="notebook-colours" role="group" aria-label={translate('notebook.colours')}>
      {highlightColours.map((colour) => (
        <ColourToggle key={colour} colour={colour} count={counts[colour]} />
      ))}
    </div>
  )
}

/** A choice of one among a few names; the browser's own, which every assistive technology knows. */
function Choice<Name extends string>(props: {
  label: string
  names: readonly Name[]
  value: Name
  wordsOf: (name: Name) => MessageId
  onChange: (name: Name) => void
}): ReactNode {
  const { label, names, value, wordsOf, onChange } = props
  const translate = useTranslate()
  return (
    <select
      className="small-select"
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = names.find((name) => name === event.target.value)
        if (chosen) onChange(chosen)
      }}
    >
      {names.map((name) => (
        <option key={name} value={name}>
          {translate(wordsOf(name))}
        </option>
      ))}
    </select>
  )
}

/** Values of the choice that are no tag: none begins with a space. */
const anyTag = ' any'
const withoutTag = ' none'

/** Lets only one tag through; nothing is offered where there is none. */
function TagFilter({ tags }: { tags: readonly TagCount[] }): ReactNode {
  const { workspace } = usePageState()
  const translate = useTranslate()
  const tag = useStore(workspace.store, ({ notebook }) => notebook.tag)
  if (tags.length === 0 && tag === null) return null
  // The one that is chosen stays in sight where nothing has it any more.
  const isListed = !tag || tags.some((each) => foldTag(each.tag) === foldTag(tag))
  const listed = isListed ? tags : [...tags, { tag, count: 0 }]
  const chosen = listed.find((each) => tag && foldTag(each.tag) === foldTag(tag))?.tag
  return (
    <select
      className="small-select"
      aria-label={translate('notebook.tag')}
      value={tag === null ? anyTag : (chosen ?? withoutTag)}
      onChange={({ target }) =>
        workspace.changeNotebook({
          tag: target.value === anyTag ? null : target.value === withoutTag ? '' : target.value,
        })
      }
    >
      <option value={anyTag}>{translate('notebook.tag.any')}</option>
      <option value={withoutTag}>{translate('notebook.tag.none')}</option>
      {listed.map((each) => (
        <option key={each.tag} value={each.tag}>
          {translate('notebook.tag.one', { tag: each.tag, count: each.count })}
        </option>
      ))}
    </select>
  )
}

/** Shows the filters; `colours` and `tags` are the counts beside them. */
export function NotebookFilter(props: {
  colours: Record<HighlightColour, number>
  tags: readonly TagCount[]
}): ReactNode {
  const { colours, tags } = props
  const { workspace } = usePageState()
  const translate = useTranslate()
  const { notes, grouping, scope } = useStore(workspace.store, (state) => state.notebook)
  return (
    <div className="notebook-filter">
      <TextFilter />
      <ColourFilter counts={colours} />
      <div className="notebook-choices">
        {scope !== 'article' && (
          <Choice
            label={translate('notebook.grouping')}
            names={notebookGroupings}
            value={grouping}
            wordsOf={(name) => `notebook.grouping.${name}`}
            onChange={(chosen) => workspace.changeNotebook({ grouping: chosen })}
          />
        )}
        <Choice
          label={translate('notebook.notes')}
          names={notePresences}
          value={notes}
          wordsOf={(name) => `notebook.notes.${name}`}
          onChange={(chosen) => workspace.changeNotebook({ notes: chosen })}
        />
        <TagFilter tags={tags} />
      </div>
    </div>
  )
}
