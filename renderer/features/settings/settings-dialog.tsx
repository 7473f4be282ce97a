// The settings: a dialog with sections, and the button in the bar that opens it.
import { Settings2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { useKeysOf } from '../commands/use-keys-of.ts'
import { settingsSections } from './settings-sections.ts'
import './settings.css'

const idOf = (section: string): string => `settings-${section}`

function goTo(section: string): void {
  document.getElementById(idOf(section))?.scrollIntoView({ block: 'start' })
}

/** The section that is read: the last one whose head has passed the upper third, or the last of all at the end. */
function findCurrent(scroller: HTMLElement): string | undefined {
  const { top, height } = scroller.getBoundingClientRect()
  const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1
  const reached = settingsSections.findLast(({ id }) => {
    const head = document.getElementById(idOf(id))?.getBoundingClientRect().top ?? Infinity
    return isAtEnd || head <= top + height / 3
  })
  return reached?.id
}

function Sections(): ReactNode {
  const { settings } = usePageState()
  const translate = useTranslate()
  const section = useStore(settings.panel, (state) => state.section)
  const [current, setCurrent] = useState(settingsSections[0]?.id)
  useEffect(() => {
    if (section !== null) goTo(section)
  }, [section])
  return (
    <div className="settings">
      <nav className="settings-nav" aria-label={translate('settings.sections')}>
        {settingsSections.map(({ id, title }) => (
          <Button key={id} className="settings-link" aria-current={id === current} onPress={() => goTo(id)}>
            {translate(title)}
          </Button>
        ))}
      </nav>
      {/* What scrolls must be reachable by keyboard, or it cannot be scrolled by it. */}
      <div
        className="settings-scroll"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={({ currentTarget }) => setCurrent(findCurrent(currentTarget))}
      >
        {settingsSections.map(({ id, title, Section }) => (
          <section key={id} id={idOf(id)} className="settings-section" aria-labelledby={`${idOf(id)}-name`}>
            <h3 id={`${idOf(id)}-name`}>{translate(title)}</h3>
            <Section onLeave={settings.close} />
          </section>
        ))}
      </div>
    </div>
  )
}

/** Shows the settings while they are open. */
export function SettingsDialog(): ReactNode {
  const { settings } = usePageState()
  const translate = useTranslate()
  const isOpen = useStore(settings.panel, (state) => state.isOpen)
  if (!isOpen) return null
  return (
    <ModalDialog
      title={translate('settings.open')}
      closeLabel={translate('settings.close')}
      size="large"
      onClose={settings.close}
    >
      <Sections />
    </ModalDialog>
  )
}

/** Shows the button that opens them. */
export function SettingsButton(): ReactNode {
  const { settings } = usePageState()
  const translate = useTranslate()
  const keysOf = useKeysOf()
  return (
    <IconButton
      icon={Settings2}
      label={translate('settings.open')}
      keys={keysOf('settings.open')}
      onPress={() => settings.open()}
    />
  )
}
