// What can be done with the annotation whose card stands open: its colour, its look, its ends, its words taken along.
import { Highlighter, Quote, SeparatorVertical, Trash2, Underline } from 'lucide-react'
import { memo } from 'react'
import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import type { HighlightColour } from '../../../electron/contract/annotation.ts'
import { highlightColours } from '../../../electron/contract/limits.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useHighlightedText } from './ends-adjuster.tsx'
import { useColourName } from './use-colour-name.ts'
import { useCopyQuotation } from './use-copy-quotation.ts'

/** Not drawn again with every letter of the note. */
const ColourChoice = memo(function ColourChoice(props: {
  id: string
  colour: HighlightColour | null
}): ReactNode {
  const { id, colour: current } = props
  const { annotations } = usePageState()
  const translate = useTranslate()
  const colourName = useColourName()
  return (
    <RadioGroup
      className="colour-choice"
      orientation="horizontal"
      aria-label={translate('card.colour')}
      value={current}
      onChange={(chosen) => {
        const colour = highlightColours.find((name) => name === chosen)
        if (colour) annotations.recolour(id, colour)
      }}
    >
      {highlightColours.map((colour) => (
        <Radio
          key={colour}
          value={colour}
          className="swatch"
          data-colour={colour}
          aria-label={colourName(colour).name}
        />
      ))}
    </RadioGroup>
  )
})

/** Shows the actions. `paragraph` is where the highlight begins. */
export function CardActions(props: {
  entry: AnnotationEntry
  paragraph: number | null
  isAdjusting: boolean
  onAdjust: () => void
}): ReactNode {
  const { entry, paragraph, isAdjusting, onAdjust } = props
  const { annotations } = usePageState()
  const translate = useTranslate()
  const copyQuotation = useCopyQuotation()
  const isWords = entry.contentHash !== null
  const canAdjust = useHighlightedText(entry) !== null && !entry.standing
  const isUnderline = entry.style === 'underline'
  return (
    <div className="card-actions">
      <ColourChoice id={entry.id} colour={entry.colour} />
      <div className="card-buttons">
        {isWords && (
          <>
            <IconButton
              icon={isUnderline ? Highlighter : Underline}
              label={translate(isUnderline ? 'card.fill' : 'card.underline')}
              onPress={() => annotations.restyle(entry.id, isUnderline ? 'highlight' : 'underline')}
            />
            {canAdjust && (
              <IconButton
                icon={SeparatorVertical}
                label={translate('card.ends')}
                command="highlight.ends"
                isExpanded={isAdjusting}
                onPress={onAdjust}
              />
            )}
            <IconButton
              icon={Quote}
              label={translate('card.copy')}
              onPress={() => void copyQuotation(entry, paragraph)}
            />
          </>
        )}
        <IconButton
          icon={Trash2}
          label={translate(isWords ? 'card.delete' : 'card.deleteNote')}
          onPress={() => void annotations.remove(entry.id)}
        />
      </div>
    </div>
  )
}
