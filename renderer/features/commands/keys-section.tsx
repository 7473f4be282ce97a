// The keys in the settings: single letters on or off, and the way to other keys.
import { useId } from 'react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import './commands.css'

/** Shows the section. `onLeave` is called before a dialog takes the place of the settings. */
export function KeysSection({ onLeave }: { onLeave: () => void }): ReactNode {
  const { overlays, settings } = usePageState()
  const translate = useTranslate()
  const adviceId = useId()
  const singleKeys = useStore(settings.store, (state) => state.singleKeys)
  return (
    <>
      <label className="ticked-choice">
        <input
          type="checkbox"
          checked={singleKeys}
          aria-describedby={adviceId}
          onChange={(event) => void settings.change({ singleKeys: event.target.checked })}
        />
        <span>{translate('keys.single')}</span>
        <span className="choice-advice" id={adviceId}>
          {translate('keys.single.advice')}
        </span>
      </label>
      <Button
        className="small-button settings-reset"
        onPress={() => {
          onLeave()
          overlays.show('choice of keys')
        }}
      >
        {translate('keys.choose')}
      </Button>
    </>
  )
}
