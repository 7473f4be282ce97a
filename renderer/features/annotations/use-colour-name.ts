// Names of the colours, with what each stands for: colour alone is never the only cue.
import type { HighlightColour } from '../../../electron/contract/annotation.ts'
import { useTranslate } from '../../messages/use-translate.ts'

/** The name of a colour ("Yellow") and its meaning ("Claim"). */
export interface ColourName {
  name: string
  meaning: string
}

/** Gives the names of colours in the page's language. */
export function useColourName(): (colour: HighlightColour) => ColourName {
  const translate = useTranslate()
  return (colour) => ({
    name: translate(`colour.${colour}.name`),
    meaning: translate(`colour.${colour}.meaning`),
  })
}
