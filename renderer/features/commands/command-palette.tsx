// The palette: every command by its name, found by a few letters and run by Enter.
import { Search } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { KeyWords } from '../../ui/key-words.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import { allCommands } from './all-commands.ts'
import type { Command } from './command.ts'
import type { ListedCommand } from './listed-commands.ts'
import { listCommands } from './listed-commands.ts'
import { useKeysOf } from './use-keys-of.ts'
import './commands.css'

/** Where a key of the list leads from `active`, among `count` rows; `null` for other keys. */
function rowAfter(key: string, active: number, count: number): number | null {
  const places: Record<string, number> = {
    ArrowDown: (active + 1) % count,
    ArrowUp: (active - 1 + count) % count,
    PageDown: Math.min(active + 8, count - 1),
    PageUp: Math.max(active - 8, 0),
  }
  return count === 0 ? null : (places[key] ?? null)
}

function Row(props: { row: ListedCommand; id: string; isActive: boolean; onRun: () => void }): ReactNode {
  const { row, id, isActive, onRun } = props
  const translate = useTranslate()
  const keysOf = useKeysOf()
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // The keyboard stays in the field, which leads the list by aria-activedescendant.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={element}
      id={id}
      role="option"
      tabIndex={-1}
      className="palette-row"
      aria-selected={isActive}
      aria-disabled={row.whyNot !== null}
      onClick={onRun}
    >
      <span className="palette-title">
        <span className="palette-name">
          <MarkedText text={row.title} marks={row.marks} />
        </span>
        {row.whyNot && <span className="palette-why">{translate(row.whyNot)}</span>}
      </span>
      <span className="palette-group">{translate(`command.group.${row.command.group}`)}</span>
      <KeyWords of={keysOf(row.command.id)} />
    </div>
  )
}

function readSelection(): Range | null {
  const selection = document.getSelection()
  return selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : null
}

/** Gives the browser's own selection back, which the field takes away, where nothing was done with it meanwhile. */
function useKeptSelection(): void {
  const { overlays, selections } = usePageState()
  // Read while the dialog is drawn for the first time: in an effect the field has the focus already.
  const [range] = useState(readSelection)
  const [words] = useState(() => selections.store.getState().words)
  useEffect(
    () => () => {
      // While the palette still stands React only rehearses its end, as its strict mode does once at the beginning.
      if (overlays.store.getState().open === 'palette') return
      if (!range || !words || selections.store.getState().words !== words) return
      document.getSelection()?.removeAllRanges()
      document.getSelection()?.addRange(range)
    },
    [overlays, selections, range, words],
  )
}

function Palette(): ReactNode {
  const state = usePageState()
  const translate = useTranslate()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const chosen = useRef<Command | null>(null)
  const rows = listCommands(allCommands, typed, state, translate)
  const rowId = (index: number): string => `${listId}-${index}`
  useKeptSelection()
  // After the dialog has gone: a command may lead the focus elsewhere, or open another dialog.
  useEffect(() => () => chosen.current?.run(state), [state])

  function run(row: ListedCommand | undefined): void {
    if (!row || row.whyNot !== null) return
    chosen.current = row.command
    state.overlays.close()
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = rowAfter(event.key, active, rows.length)
    if (next !== null) setActive(next)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(rows[active])
    else return
    event.preventDefault()
  }

  return (
    <Dialog className="palette" aria-label={translate('command.commands.palette')} data-keeps-selection>
      <div className="palette-field">
        <Search size={17} strokeWidth={2} aria-hidden="true" />
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the focus stays within the dialog that the reader has opened
          autoFocus
          type="text"
          role="combobox"
          aria-label={translate('palette.field')}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={rows.length > 0 ? rowId(active) : undefined}
          placeholder={translate('palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id={listId}
        role="listbox"
        className="palette-list"
        aria-label={translate('command.commands.palette')}
      >
        {rows.map((row, index) => (
          <Row
            key={row.command.id}
            row={row}
            id={rowId(index)}
            isActive={index === active}
            onRun={() => run(row)}
          />
        ))}
      </div>
      {rows.length === 0 && <p className="palette-none">{translate('palette.none')}</p>}
      <div className="visually-hidden" role="status">
        {translate('palette.count', { count: rows.length })}
      </div>
    </Dialog>
  )
}

/** Shows the palette while it is open. */
export function CommandPalette(): ReactNode {
  const { overlays } = usePageState()
  const isOpen = useStore(overlays.store, ({ open }) => open === 'palette')
  if (!isOpen) return null
  return (
    <ModalOverlay
      className="modal-overlay palette-overlay"
      isOpen
      isDismissable
      onOpenChange={overlays.close}
    >
      <Modal className="modal palette-modal">
        <Palette />
      </Modal>
    </ModalOverlay>
  )
}
