// The dialog in which readers choose other keys: every command with its own, found by a few letters.
import { Search } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { allCommands } from './all-commands.ts'
import { commandGroups } from './command.ts'
import { fuzzyMatch } from './fuzzy-match.ts'
import { KeyRow } from './key-row.tsx'
import { keeperOf } from './reserved-keys.ts'
import './commands.css'

/** Esc and Enter are what they are: the ways through a page. */
const choosable = allCommands.filter(({ keys }) => keys.every((chord) => keeperOf(chord, false) !== 'page'))

function Groups({ typed }: { typed: string }): ReactNode {
  const { settings } = usePageState()
  const translate = useTranslate()
  const keys = useStore(settings.store, (state) => state.keys)
  const groups = commandGroups.map((group) => ({
    group,
    commands: choosable.filter(
      ({ group: own, title, values }) => own === group && fuzzyMatch(translate(title, values), typed),
    ),
  }))
  const found = groups.filter(({ commands }) => commands.length > 0)
  if (found.length === 0) return <p className="key-none">{translate('palette.none')}</p>
  return found.map(({ group, commands }) => (
    <section key={group} aria-label={translate(`command.group.${group}`)}>
      <h3>{translate(`command.group.${group}`)}</h3>
      <ul>
        {commands.map((command) => (
          <KeyRow
            key={command.id}
            command={command}
            keys={keys}
            onChange={(changed) => void settings.change({ keys: changed })}
          />
        ))}
      </ul>
    </section>
  ))
}

function Choice(): ReactNode {
  const { overlays, settings } = usePageState()
  const translate = useTranslate()
  const [typed, setTyped] = useState('')
  const isChanged = useStore(settings.store, ({ keys }) => Object.keys(keys).length > 0)
  return (
    <ModalDialog
      title={translate('keys.choice')}
      closeLabel={translate('keys.close')}
      size="medium"
      onClose={overlays.close}
    >
      <div className="search-box">
        <Search size={15} strokeWidth={2} aria-hidden="true" />
        <input
          type="search"
          aria-label={translate('keys.filter')}
          placeholder={translate('keys.filter')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div className="key-choice">
        <Groups typed={typed} />
      </div>
      <div className="modal-actions">
        <Button
          className="small-button"
          isDisabled={!isChanged}
          onPress={() => void settings.change({ keys: {} })}
        >
          {translate('keys.resetAll')}
        </Button>
      </div>
    </ModalDialog>
  )
}

/** Shows the dialog while it is open. */
export function KeyChoice(): ReactNode {
  const { overlays } = usePageState()
  const isOpen = useStore(overlays.store, ({ open }) => open === 'choice of keys')
  return isOpen && <Choice />
}
