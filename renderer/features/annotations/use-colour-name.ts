// Names of the colours, with what each stands for to this reader: colour alone is never the only cue.
import { useStore } from 'zustand'
import type { HighlightColour } from '../../../electron/contract/annotation.ts'
import type { ColourMeanings } from '../../../electron/contract/settings.ts'
import type { Translate } from '../../messages/use-translate.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'

/** The name of a colour ("Yellow") and its meaning ("Claim"). */
export interface ColourName {
  name: string
  meaning: string
}

/** What a colour is called; `null` is what has none. `meanings` are the reader's own words. */
export function nameColour(
  colour: HighlightColour | null,
  meanings: ColourMeanings,
  translate: Translate,
): ColourName {
  if (colour === null)
    return { name: translate('colour.none.name'), meaning: translate('colour.none.meaning') }
  return {
    name: translate(`colour.${colour}.name`),
    meaning: meanings[colour] ?? translate(`colour.${colour}.meaning`),
  }
}

/** Gives the names of colours in the page's language and the reader's words. */
export function useColourName(): (colour: HighlightColour | null) => ColourName {
  const { settings } = usePageState()
  const translate = useTranslate()
  const meanings = useStore(settings.store, (state) => state.colourMeanings)
  return (colour) => nameColour(colour, meanings, translate)
}
