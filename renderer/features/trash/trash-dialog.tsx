// The trash: what was deleted in the last thirty days, to bring back or to let go for good.
import { LibraryBig } from 'lucide-react'
import type { ReactNode } from 'react'
import { useId, useState } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import type { Trash, TrashedAnnotation, TrashedCollection } from '../../../electron/contract/trash.ts'
import { describeError } from '../../messages/describe-error.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { DeleteQuestion } from './delete-question.tsx'
import { TrashRow } from './trash-row.tsx'
import './trash.css'

/** Rows that are drawn at first, and more at each wish: thousands would keep the page busy. */
const rowsAtOnce = 200

function TakenOut({ collections }: { collections: readonly TrashedCollection[] }): ReactNode {
  const { trash } = usePageState()
  const translate = useTranslate()
  return (
    <ul className="trash-collections" aria-label={translate('trash.collections')}>
      {collections.map(({ id, articleCount, noteCount }) => (
        <li key={id}>
          <LibraryBig size={16} strokeWidth={1.75} aria-hidden="true" />
          <p>
            {translate('trash.bundled')}
            <span>{translate('trash.collection.count', { articles: articleCount, notes: noteCount })}</span>
          </p>
          <Button
            className="small-button"
            aria-label={translate('trash.restoreCollection')}
            onPress={() => void trash.restoreCollection(id)}
          >
            {translate('trash.restore')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function Tools({ entries }: { entries: readonly TrashedAnnotation[] }): ReactNode {
  const { trash } = usePageState()
  const translate = useTranslate()
  const chosenIds = useStore(trash.store, (state) => state.chosen)
  const checkboxId = useId()
  const chosen = entries.filter(({ annotation }) => chosenIds.has(annotation.id))
  const isAll = chosen.length === entries.length
  const isSome = chosen.length > 0
  return (
    <div className="trash-tools">
      <input
        id={checkboxId}
        type="checkbox"
        checked={isAll}
        ref={(box) => {
          if (box) box.indeterminate = isSome && !isAll
        }}
        onChange={() => trash.choose(new Set(isAll ? [] : entries.map(({ annotation }) => annotation.id)))}
      />
      <label htmlFor={checkboxId}>{translate('trash.selectAll')}</label>
      <span className="trash-count" role="status">
        {isSome
          ? translate('trash.selected', { count: chosen.length })
          : translate('trash.total', { count: entries.length })}
      </span>
      {isSome && (
        <Button className="small-button" onPress={() => void trash.restore(chosen)}>
          {translate('trash.restore')}
        </Button>
      )}
      <Button className="small-button danger-button" onPress={() => trash.ask(isSome ? chosen : entries)}>
        {translate(isSome ? 'trash.deleteForGood' : 'trash.deleteAll')}
      </Button>
    </div>
  )
}

function Rows({ entries }: { entries: readonly TrashedAnnotation[] }): ReactNode {
  const { trash } = usePageState()
  const translate = useTranslate()
  const chosen = useStore(trash.store, (state) => state.chosen)
  const [limit, setLimit] = useState(rowsAtOnce)

  function choose(id: string, isChosen: boolean): void {
    const others = [...chosen].filter((other) => other !== id)
    trash.choose(new Set(isChosen ? [...others, id] : others))
  }

  return (
    <>
      <ul className="trash-list" aria-label={translate('trash.list')}>
        {entries.slice(0, limit).map((entry) => (
          <TrashRow
            key={entry.annotation.id}
            entry={entry}
            isChosen={chosen.has(entry.annotation.id)}
            onChoose={(isChosen) => choose(entry.annotation.id, isChosen)}
          />
        ))}
      </ul>
      {entries.length > limit && (
        <Button className="small-button" onPress={() => setLimit(limit + rowsAtOnce)}>
          {translate('trash.more', { count: Math.min(rowsAtOnce, entries.length - limit) })}
        </Button>
      )}
    </>
  )
}

function Content({ trash: { annotations, collections } }: { trash: Trash }): ReactNode {
  const translate = useTranslate()
  if (annotations.length + collections.length === 0) {
    return <Notice title={translate('trash.empty.title')}>{translate('trash.empty.advice')}</Notice>
  }
  return (
    <>
      {collections.length > 0 && <TakenOut collections={collections} />}
      {annotations.length > 0 && (
        <>
          <p className="modal-text">{translate('trash.lead')}</p>
          <Tools entries={annotations} />
          <Rows entries={annotations} />
        </>
      )}
    </>
  )
}

function State(): ReactNode {
  const { trash } = usePageState()
  const translate = useTranslate()
  const content = useStore(trash.store, (state) => state.trash)
  const error = useStore(trash.store, (state) => state.error)
  if (error !== null) {
    return (
      <div role="alert">
        <Notice
          title={translate('trash.failed')}
          action={
            <Button className="small-button" onPress={() => void trash.refresh()}>
              {translate('action.retry')}
            </Button>
          }
        >
          {describeError(error, translate)}
        </Notice>
      </div>
    )
  }
  return content ? <Content trash={content} /> : <p role="status">{translate('trash.loading')}</p>
}

/** Shows the trash while it is open, and the question that comes before anything goes for good. */
export function TrashDialog(): ReactNode {
  const { trash } = usePageState()
  const translate = useTranslate()
  const isOpen = useStore(trash.store, (state) => state.open)
  const asking = useStore(trash.store, (state) => state.asking)
  if (!isOpen) return null
  return (
    <ModalDialog
      title={translate('trash.title')}
      closeLabel={translate('trash.close')}
      size="large"
      onClose={trash.close}
    >
      <div className="trash">
        <State />
      </div>
      {asking && <DeleteQuestion count={asking.length} />}
    </ModalDialog>
  )
}
