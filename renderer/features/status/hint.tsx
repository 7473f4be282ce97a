// A short hint of the first run, shown until it is dismissed.
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Settings } from '../../../electron/contract/settings.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'

/** Shows the hint of this name. */
export function Hint({ name }: { name: Settings['dismissedHints'][number] }): ReactNode {
  const { settings } = usePageState()
  const translate = useTranslate()
  const dismissed = useStore(settings.store, (state) => state.dismissedHints)
  const loaded = useStore(settings.store, (state) => state !== settings.store.getInitialState())
  if (!loaded || dismissed.includes(name)) return null
  return (
    <p className="hint">
      <span>{translate(`hint.${name}`)}</span>
      <IconButton
        icon={X}
        label={translate('hint.dismiss')}
        onPress={() => void settings.change({ dismissedHints: [...dismissed, name] })}
      />
    </p>
  )
}
