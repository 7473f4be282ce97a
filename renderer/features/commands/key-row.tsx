// One command in the settings of keys: its keys, and the ways to give it others.
import { RotateCcw, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { flushSync } from 'react-dom'
import type { ChosenKeys, KeyChord } from '../../../electron/contract/commands.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { isMac } from '../../ui/is-mac.ts'
import { KeyWords } from '../../ui/key-words.tsx'
import { writeKeys } from '../../ui/write-keys.ts'
import { allCommands } from './all-commands.ts'
import type { Command } from './command.ts'
import { chosenKeysOf, findConflict, giveKey, resetKeys, swapKeys, takeKeys } from './key-bindings.ts'
import { chordsOf, toKeyPress } from './key-chord.ts'
import { keeperOf } from './reserved-keys.ts'

/** Waits for keys and answers them; the focus is in it for as long. */
function KeyRecorder(props: {
  label: string
  onKeys: (chord: KeyChord) => void
  onCancel: () => void
}): ReactNode {
  const { label, onKeys, onCancel } = props
  const translate = useTranslate()
  const field = useRef<HTMLButtonElement>(null)
  useEffect(() => field.current?.focus(), [])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return onCancel()
    // Of several meanings the last one is the same on every layout.
    const chord = chordsOf(toKeyPress(event.nativeEvent), isMac).at(-1)
    if (chord !== undefined) onKeys(chord)
  }

  return (
    <button
      ref={field}
      type="button"
      className="key-recorder"
      aria-label={translate('keys.recording.name', { command: label })}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.preventDefault()}
      onBlur={onCancel}
    >
      {translate('keys.recording')}
    </button>
  )
}

/** What a chord that was pressed comes to. */
type Outcome =
  | { kind: 'none' }
  | { kind: 'recording' }
  | { kind: 'refused'; words: string }
  | { kind: 'conflict'; chord: KeyChord; other: Command }

/** Shows the row. `keys` are those that the reader has chosen; `onChange` is handed all of them anew. */
export function KeyRow(props: {
  command: Command
  keys: ChosenKeys
  onChange: (keys: ChosenKeys) => void
}): ReactNode {
  const { command, keys, onChange } = props
  const translate = useTranslate()
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const row = useRef<HTMLLIElement>(null)
  const title = translate(command.title, command.values)
  const chords = chosenKeysOf(command, keys)
  const written = chords.map((chord) => writeKeys(chord)).join(', ')

  /** Ends the recording; the focus stays in the row, on what is to be decided where something is. */
  function settle(next: Outcome): void {
    flushSync(() => setOutcome(next))
    const place = next.kind === 'conflict' ? '.key-remark button' : '.key-change'
    row.current?.querySelector<HTMLElement>(place)?.focus()
  }

  function change(changed: ChosenKeys): void {
    onChange(changed)
    settle({ kind: 'none' })
  }

  function take(chord: KeyChord): void {
    const keeper = keeperOf(chord, isMac)
    const other = findConflict(allCommands, keys, command, chord)
    if (keeper) {
      const words = translate(`keys.refused.${keeper}`, { keys: writeKeys(chord) })
      return settle({ kind: 'refused', words })
    }
    if (other) return settle({ kind: 'conflict', chord, other })
    change(giveKey(allCommands, keys, command, chord))
  }

  return (
    <li ref={row} className="key-row">
      {outcome.kind === 'recording' ? (
        <>
          <span className="key-title">{title}</span>
          <KeyRecorder
            label={title}
            onKeys={take}
            onCancel={() => setOutcome((now) => (now.kind === 'recording' ? { kind: 'none' } : now))}
          />
        </>
      ) : (
        <Button
          className="key-change"
          aria-label={translate('keys.change', { command: title, keys: written || translate('keys.none') })}
          onPress={() => setOutcome({ kind: 'recording' })}
        >
          <span className="key-title">{title}</span>
          {chords.length === 0 && <span className="key-none">{translate('keys.none')}</span>}
          {chords.map((chord) => (
            <KeyWords key={chord} of={chord} />
          ))}
        </Button>
      )}
      <span className="key-buttons">
        {chords.length > 0 && (
          <IconButton
            icon={X}
            label={translate('keys.take', { command: title })}
            onPress={() => change(takeKeys(allCommands, keys, command))}
          />
        )}
        {keys[command.id] !== undefined && (
          <IconButton
            icon={RotateCcw}
            label={translate('keys.reset', { command: title })}
            onPress={() => change(resetKeys(allCommands, keys, command))}
          />
        )}
      </span>
      {outcome.kind === 'refused' && (
        <p className="key-remark" role="alert">
          {outcome.words}
        </p>
      )}
      {outcome.kind === 'conflict' && (
        <div className="key-remark" role="alert">
          <p>
            {translate('keys.conflict', {
              keys: writeKeys(outcome.chord),
              command: translate(outcome.other.title, outcome.other.values),
            })}
          </p>
          <Button
            className="small-button"
            onPress={() => change(swapKeys(allCommands, keys, command, outcome.chord))}
          >
            {translate('keys.swap')}
          </Button>
          <Button
            className="small-button"
            onPress={() => change(giveKey(allCommands, keys, command, outcome.chord))}
          >
            {translate('keys.takeOver')}
          </Button>
          <Button className="small-button" onPress={() => settle({ kind: 'none' })}>
            {translate('keys.leave')}
          </Button>
        </div>
      )}
    </li>
  )
}
