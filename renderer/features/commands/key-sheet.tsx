// The sheet of all keys, as they are now.
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { KeyWords } from '../../ui/key-words.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { allCommands } from './all-commands.ts'
import { commandGroups } from './command.ts'
import { fixedKeys } from './fixed-keys.ts'
import { keysOf } from './key-bindings.ts'
import './commands.css'

interface SheetRow {
  what: string
  keys: readonly string[]
}

function Group({ title, rows }: { title: string; rows: readonly SheetRow[] }): ReactNode {
  return (
    <section className="sheet-group" aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {rows.map(({ what, keys }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {keys.map((chord) => (
                <KeyWords key={chord} of={chord} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Groups(): ReactNode {
  const { settings } = usePageState()
  const translate = useTranslate()
  const chosen = useStore(settings.store)
  const ofCommands = commandGroups.map((group) => ({
    title: translate(`command.group.${group}`),
    rows: allCommands
      .filter((command) => command.group === group && keysOf(command, chosen).length > 0)
      .map((command) => ({
        what: translate(command.title, command.values),
        keys: keysOf(command, chosen),
      })),
  }))
  const ofParts = fixedKeys.map(({ title, rows }) => ({
    title: translate(title),
    rows: rows.map(({ what, keys }) => ({ what: translate(what), keys })),
  }))
  return [...ofCommands, ...ofParts]
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => <Group key={title} title={title} rows={rows} />)
}

/** Shows the sheet while it is open. */
export function KeySheet(): ReactNode {
  const { overlays } = usePageState()
  const translate = useTranslate()
  const isOpen = useStore(overlays.store, ({ open }) => open === 'keys')
  if (!isOpen) return null
  return (
    <ModalDialog
      title={translate('command.commands.keys')}
      closeLabel={translate('keys.close')}
      size="large"
      onClose={overlays.close}
    >
      {/* What scrolls must be reachable by keyboard, or it cannot be scrolled by it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="key-sheet" tabIndex={0} role="group" aria-label={translate('command.commands.keys')}>
        <div className="key-columns">
          <Groups />
        </div>
      </div>
      <div className="modal-actions">
        <Button className="small-button" onPress={() => overlays.show('choice of keys')}>
          {translate('command.commands.choose')}
        </Button>
      </div>
    </ModalDialog>
  )
}
