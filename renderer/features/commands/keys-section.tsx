// The keys in the settings: which each command has, others in their place, and single letters on or off.
import { useId } from 'react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { allCommands } from './all-commands.ts'
import { commandGroups } from './command.ts'
import { KeyRow } from './key-row.tsx'
import { keeperOf } from './reserved-keys.ts'
import './commands.css'

/** Esc and Enter are what they are: the ways through a page. */
const choosable = allCommands.filter(({ keys }) => keys.every((chord) => keeperOf(chord, false) !== 'page'))

/** Shows the section. */
export function KeysSection(): ReactNode {
  const { settings } = usePageState()
  const translate = useTranslate()
  const adviceId = useId()
  const keys = useStore(settings.store, (state) => state.keys)
  const singleKeys = useStore(settings.store, (state) => state.singleKeys)
  return (
    <div className="keys-section">
      <label className="single-keys">
        <input
          type="checkbox"
          checked={singleKeys}
          aria-describedby={adviceId}
          onChange={(event) => void settings.change({ singleKeys: event.target.checked })}
        />
        <span>{translate('keys.single')}</span>
        <span className="single-keys-advice" id={adviceId}>
          {translate('keys.single.advice')}
        </span>
      </label>
      {commandGroups.map((group) => (
        <section key={group} aria-label={translate(`command.group.${group}`)}>
          <h4>{translate(`command.group.${group}`)}</h4>
          <ul className="key-list">
            {choosable
              .filter((command) => command.group === group)
              .map((command) => (
                <KeyRow
                  key={command.id}
                  command={command}
                  keys={keys}
                  onChange={(changed) => void settings.change({ keys: changed })}
                />
              ))}
          </ul>
        </section>
      ))}
      <Button
        className="small-button settings-reset"
        isDisabled={Object.keys(keys).length === 0}
        onPress={() => void settings.change({ keys: {} })}
      >
        {translate('keys.resetAll')}
      </Button>
    </div>
  )
}
