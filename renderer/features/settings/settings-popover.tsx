// The settings: how the page looks, and what can be done with the reader's data.
import { Minus, Plus, Settings2 } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button,
  Dialog,
  DialogTrigger,
  Group,
  Label,
  Popover,
  Radio,
  RadioGroup,
} from 'react-aria-components'
import { useStore } from 'zustand'
import { textSizeBounds } from '../../../electron/contract/limits.ts'
import type { Settings } from '../../../electron/contract/settings.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { DataSection } from '../data/data-section.tsx'
import './settings.css'

const themes = ['system', 'light', 'sepia', 'dark'] as const satisfies Settings['theme'][]

function ThemeChoice(): ReactNode {
  const { settings } = usePageState()
  const translate = useTranslate()
  const theme = useStore(settings.store, (state) => state.theme)
  return (
    <RadioGroup
      className="segments"
      orientation="horizontal"
      value={theme}
      onChange={(chosen) => void settings.change({ theme: themes.find((name) => name === chosen) })}
    >
      <Label>{translate('settings.theme')}</Label>
      <div className="segments-row">
        {themes.map((name) => (
          <Radio key={name} value={name} className="segment">
            {translate(`settings.theme.${name}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

function TextSize(): ReactNode {
  const { settings } = usePageState()
  const translate = useTranslate()
  const size = useStore(settings.store, (state) => state.textSize)
  const { smallest, largest } = textSizeBounds
  const set = (next: number): void =>
    void settings.change({ textSize: Math.min(largest, Math.max(smallest, next)) })
  return (
    <Group className="text-size" aria-label={translate('settings.textSize')}>
      <span>{translate('settings.textSize')}</span>
      <IconButton
        icon={Minus}
        label={translate('settings.smaller')}
        isDisabled={size <= smallest}
        onPress={() => set(size - 1)}
      />
      <output aria-live="polite">{translate('settings.pixels', { size })}</output>
      <IconButton
        icon={Plus}
        label={translate('settings.larger')}
        isDisabled={size >= largest}
        onPress={() => set(size + 1)}
      />
    </Group>
  )
}

/** Shows the button that opens the settings. */
export function SettingsPopover(): ReactNode {
  const translate = useTranslate()
  return (
    <DialogTrigger>
      <Button className="icon-button" aria-label={translate('settings.open')}>
        <Settings2 size={17} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="popover-dialog settings" aria-label={translate('settings.open')}>
          {({ close }) => (
            <>
              <ThemeChoice />
              <TextSize />
              <DataSection onLeave={close} />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
