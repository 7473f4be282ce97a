// A card of the notebook with the heading above it; in the wider scopes it leads to its article and opens it.
import type { ReactNode } from 'react'
import { memo, useRef } from 'react'
import { useStore } from 'zustand'
import { shallow } from 'zustand/shallow'
import { noArticleId } from '../../../electron/contract/limits.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { choiceOf } from '../../state/notebook-selection.ts'
import { AnnotationCard } from '../annotations/annotation-card.tsx'
import { memoPlace } from '../annotations/begin-note.ts'
import { colourOf, groupWords, titleOf } from './group-words.ts'
import type { NotebookRow } from './use-notebook-rows.ts'
import { useOpenEntry } from './use-open-entry.ts'

function Heading({ row }: { row: NotebookRow }): ReactNode {
  const { settings } = usePageState()
  const translate = useTranslate()
  const { grouping } = row
  const heading = row.found?.heading
  const meanings = useStore(settings.store, (state) => state.colourMeanings)
  const words = row.found && groupWords(row.found, grouping, meanings, translate)
  if (!heading || words === null) return null
  const colour = colourOf(heading.key)
  return (
    <h3 className="group-heading">
      {grouping === 'colour' && colour && (
        <>
          <span className="colour-dot" data-colour={colour} aria-hidden="true" />
          <span className="visually-hidden">{translate(`colour.${colour}.name`)}, </span>
        </>
      )}
      <span className="group-words">{words}</span>
      <span className="group-count">
        <span aria-hidden="true">{heading.count}</span>
        <span className="visually-hidden">{translate('notebook.entries', { count: heading.count })}</span>
      </span>
    </h3>
  )
}

/** The box that chooses a card; with Shift all cards from the one that was chosen last. */
function ChoiceBox({ row, place }: { row: NotebookRow; place: number }): ReactNode {
  const { selection } = usePageState()
  const translate = useTranslate()
  const isChosen = useStore(selection.store, ({ chosen }) => chosen.has(row.entry.id))
  const isRange = useRef(false)
  const { entry } = row
  return (
    <input
      type="checkbox"
      className="card-choice"
      aria-label={translate('chosen.choose', { words: entry.quote || entry.note.slice(0, 60) })}
      checked={isChosen}
      onPointerDown={({ shiftKey }) => (isRange.current = shiftKey)}
      onKeyDown={({ shiftKey }) => (isRange.current = shiftKey)}
      onChange={() => {
        if (isRange.current) void selection.chooseTo(place)
        else selection.toggle(choiceOf(entry), place)
      }}
    />
  )
}

interface CardProps {
  row: NotebookRow
  place: number
}

/** Each drawing of the list makes its rows anew: what they hold tells whether they are the same. */
const isSameCard = (one: CardProps, other: CardProps): boolean =>
  one.place === other.place && shallow(one.row, other.row)

/**
 * Shows one row of the notebook; `place` is where it stands in the list. While the list scrolls, and at a change to one
 * card, all the others stay as they are.
 */
export const NotebookCard = memo(function NotebookCard({ row, place }: CardProps): ReactNode {
  const { annotations, selection } = usePageState()
  const isChoosing = useStore(selection.store, (state) => state.isChoosing)
  // A new memo stands in its field at the head of the notebook while it is written.
  const isAbove = useStore(
    annotations.store,
    ({ writing }) => writing?.where === memoPlace && writing.id === row.entry.id,
  )
  if (isAbove) return row.found?.heading && row.found.heading.count > 1 ? <Heading row={row} /> : null
  return (
    <>
      <Heading row={row} />
      <div className="notebook-row" data-choosing={isChoosing}>
        {isChoosing && <ChoiceBox row={row} place={place} />}
        <RowCard row={row} />
      </div>
    </>
  )
}, isSameCard)

function RowCard({ row }: { row: NotebookRow }): ReactNode {
  const { annotations, workspace } = usePageState()
  const translate = useTranslate()
  const openEntry = useOpenEntry()
  const scope = useStore(workspace.store, ({ notebook }) => notebook.scope)
  const { entry, paragraph, found, grouping } = row
  if (scope === 'article') {
    const jump = (): void => {
      annotations.select(entry.id)
      workspace.reveal(workspace.store.getState().focusedPane, entry.contentHash === null ? null : entry)
    }
    return <AnnotationCard entry={entry} paragraph={paragraph} onJump={jump} />
  }
  const isMemo = entry.articleId === noArticleId
  return (
    <AnnotationCard
      entry={entry}
      paragraph={paragraph}
      staysPut
      source={found && grouping !== 'article' && !isMemo ? titleOf(found, translate) : null}
      onJump={() => void openEntry(entry, false)}
      onEdit={() => void openEntry(entry, true)}
    />
  )
}
