// Settings: the theme.
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Settings } from '../../../electron/contract/settings.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { Segments } from '../../ui/segments.tsx'

const themes = ['system', 'light', 'sepia', 'dark'] as const satisfies Settings['theme'][]

/** Shows the section. */
export function LookSection(): ReactNode {
  const { settings } = usePageState()
  const translate = useTranslate()
  const theme = useStore(settings.store, (state) => state.theme)
  return (
    <Segments
      label={translate('settings.theme')}
      names={themes}
      value={theme}
      wordsOf={(name) => translate(`settings.theme.${name}`)}
      onChange={(chosen) => void settings.change({ theme: chosen })}
    />
  )
}
