// Settings: what each colour of highlights stands for, and the line below it.
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { HighlightColour } from '../../../electron/contract/annotation.ts'
import { highlightColours, lineStyles, meaningLimit } from '../../../electron/contract/limits.ts'
import type { ColourLines } from '../../../electron/contract/settings.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { useColourName } from '../annotations/use-colour-name.ts'

/** Gives a colour a line; whoever had it gets this colour's, so that each keeps one of its own. */
export function exchangeLines(
  lines: ColourLines,
  colour: HighlightColour,
  line: ColourLines[HighlightColour],
): ColourLines {
  const other = highlightColours.find((name) => lines[name] === line) ?? colour
  return { ...lines, [other]: lines[colour], [colour]: line }
}

/** The field for a meaning. What is typed is kept when it is left; left empty, it is the program's own word again. */
function Meaning({ colour }: { colour: HighlightColour }): ReactNode {
  const { settings } = usePageState()
  const translate = useTranslate()
  const { name, meaning } = useColourName()(colour)
  const [typed, setTyped] = useState<string | null>(null)

  function keep(): void {
    if (typed === null) return
    setTyped(null)
    const { [colour]: _former, ...others } = settings.store.getState().colourMeanings
    const words = typed.trim()
    const isOwn = words === '' || words === translate(`colour.${colour}.meaning`)
    void settings.change({ colourMeanings: isOwn ? others : { ...others, [colour]: words } })
  }

  return (
    <input
      className="colour-meaning"
      aria-label={translate('settings.colours.meaning', { name })}
      placeholder={translate(`colour.${colour}.meaning`)}
      maxLength={meaningLimit}
      value={typed ?? meaning}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  )
}

/** Shows the section. */
export function ColoursSection(): ReactNode {
  const { settings } = usePageState()
  const translate = useTranslate()
  const colourName = useColourName()
  const lines = useStore(settings.store, (state) => state.colourLines)
  return (
    <>
      <p className="settings-words">{translate('settings.colours.words')}</p>
      <ul className="colour-rows">
        {highlightColours.map((colour) => (
          <li key={colour} className="colour-row" data-colour={colour}>
            <span className="colour-sample" aria-hidden="true">
              {colourName(colour).name}
            </span>
            <Meaning colour={colour} />
            <select
              className="small-select"
              aria-label={translate('settings.colours.line', { name: colourName(colour).name })}
              value={lines[colour]}
              onChange={({ target }) => {
                const line = lineStyles.find((style) => style === target.value)
                if (line) void settings.change({ colourLines: exchangeLines(lines, colour, line) })
              }}
            >
              {lineStyles.map((line) => (
                <option key={line} value={line}>
                  {translate(`line.${line}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </>
  )
}
