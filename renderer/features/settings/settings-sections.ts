// The sections of the settings, in their order. A new one is a component and a line here.
import type { ComponentType } from 'react'
import type { MessageId } from '../../messages/message-id.ts'
import { AboutSection } from '../about/about-section.tsx'
import { KeysSection } from '../commands/keys-section.tsx'
import { DataSection } from '../data/data-section.tsx'
import { ColoursSection } from './colours-section.tsx'
import { LookSection } from './look-section.tsx'
import { TextSection } from './text-section.tsx'

/** A section of the settings. */
export interface SettingsSection {
  /** Names the section to whoever opens the settings at it. */
  id: string
  title: MessageId
  /** Draws what stands below the title. `onLeave` closes the settings, for a dialog that takes their place. */
  Section: ComponentType<{ onLeave: () => void }>
}

/** All sections. */
export const settingsSections: readonly SettingsSection[] = [
  { id: 'look', title: 'settings.look', Section: LookSection },
  { id: 'text', title: 'settings.text', Section: TextSection },
  { id: 'colours', title: 'settings.section.colours', Section: ColoursSection },
  { id: 'keys', title: 'keys.name', Section: KeysSection },
  { id: 'data', title: 'data.name', Section: DataSection },
  { id: 'about', title: 'about.name', Section: AboutSection },
]
