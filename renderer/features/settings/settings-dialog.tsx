// The settings: a dialog with sections, and the button in the bar that opens it.
import { Settings2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode, UIEvent } from 'react'
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

/** CSS pixels below the upper edge at which a section's head has come up. */
const headRoom = 40

/** The section that is read: the last one whose head has come up, or the last of all at the end. */
function findCurrent(scroller: HTMLElement): string | undefined {
  const { top } = scroller.getBoundingClientRect()
  const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1
  const reached = settingsSections.findLast(({ id }) => {
    const head = document.getElementById(idOf(id))?.getBoundingClientRect().top ?? Infinity
    return isAtEnd || head <= top + headRoom
  })
  return reached?.id
}

/** Shows all sections, `asked` at the top; the first of them where none is asked for. */
function Sections({ asked }: { asked: string | null }): ReactNode {
  const { settings } = usePageState()
  const translate = useTranslate()
  const [current, setCurrent] = useState(asked ?? settingsSections[0]?.id)
  /** Whether the next scrolling leads to a section that was asked for: near the end it stops short of its head. */
  const isGoing = useRef(asked !== null)
  useEffect(() => {
    if (asked !== null) goTo(asked)
  }, [asked])

  function show(id: string): void {
    isGoing.current = true
    setCurrent(id)
    goTo(id)
  }

  function onScroll({ currentTarget }: UIEvent<HTMLElement>): void {
    if (!isGoing.current) setCurrent(findCurrent(currentTarget))
    isGoing.current = false
  }

  return (
    <div className="settings">
      <nav className="settings-nav" aria-label={translate('settings.sections')}>
        {settingsSections.map(({ id, title }) => (
          <Button key={id} className="settings-link" aria-current={id === current} onPress={() => show(id)}>
            {translate(title)}
          </Button>
        ))}
      </nav>
      <div
        className="settings-scroll"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
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
  const section = useStore(settings.panel, (state) => state.section)
  if (!isOpen) return null
  return (
    <ModalDialog
      title={translate('settings.open')}
      closeLabel={translate('settings.close')}
      size="large"
      onClose={settings.close}
    >
      <Sections key={section} asked={section} />
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
