// What can be done with selected words: five colours and a note, beside the selection.
import { useLayoutEffect, useRef, useState } from 'react'
import type { CSSProperties, ReactNode, RefObject } from 'react'
import { Button, Separator, Toolbar, Tooltip, TooltipTrigger } from 'react-aria-components'
import { useStore } from 'zustand'
import type { HighlightColour } from '../../../electron/contract/annotation.ts'
import { highlightColours } from '../../../electron/contract/limits.ts'
import type { TextRange } from '../../../electron/contract/text-range.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'
import type { TextSelection } from '../reading/use-text-selection.ts'
import { useColourName } from './use-colour-name.ts'
import './annotations.css'

/** Pixels between the selection and the toolbar, and between the toolbar and the pane's edges. */
const gap = 8

/** Below the selection, or above it where the pane ends; never out of the pane at the sides. */
function placeBeside(box: DOMRect, scroller: HTMLElement, toolbar: HTMLElement): CSSProperties {
  const view = scroller.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = toolbar
  const below = box.bottom + gap
  const fitsBelow = below + height + gap <= view.bottom
  const top = fitsBelow ? below : Math.max(box.top - gap - height, view.top + gap)
  const left = Math.min(Math.max(box.left, view.left + gap), view.right - width - gap)
  return { top: top - view.top + scroller.scrollTop, left: left - view.left }
}

/** The first words of a quotation: the toolbar must fit the pane. */
function shorten(quote: string): string {
  return quote.length <= 20 ? quote : `${quote.slice(0, 18).trimEnd()}…`
}

/** Shows the toolbar of a selection. */
export function SelectionToolbar(props: {
  selection: TextSelection
  scroller: RefObject<HTMLElement | null>
  /** Makes a highlight and answers its id. */
  onHighlight: (range: TextRange, colour: HighlightColour) => string
  /** The highlight that these words can give a place again; `null` where none is lost. */
  attachable: AnnotationEntry | null
  onAttach: (id: string) => void
  onDismiss: () => void
}): ReactNode {
  const { selection, scroller, onHighlight, attachable, onAttach, onDismiss } = props
  const { annotations, settings, workspace } = usePageState()
  const translate = useTranslate()
  const colourName = useColourName()
  const lastColour = useStore(settings.store, (state) => state.highlightColour)
  const toolbar = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' })

  useLayoutEffect(() => {
    if (toolbar.current && scroller.current)
      setPlace(placeBeside(selection.box, scroller.current, toolbar.current))
  }, [selection, scroller])

  function addNote(): void {
    annotations.editNote(onHighlight(selection, lastColour))
    workspace.showNotebook()
  }

  return (
    // Pressing a button must not take the selection away before it has been used.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={toolbar}
      className="selection-toolbar"
      style={place}
      data-keeps-selection
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Escape' && onDismiss()}
    >
      <Toolbar aria-label={translate('toolbar.name')} className="toolbar-row">
        {highlightColours.map((colour, index) => (
          <TooltipTrigger key={colour} delay={400}>
            <Button
              className="swatch"
              data-colour={colour}
              aria-label={colourName(colour).name}
              onPress={() => onHighlight(selection, colour)}
            />
            <Tooltip className="tooltip" placement="bottom" offset={6}>
              {colourName(colour).name}: {colourName(colour).meaning}
              <kbd>{index + 1}</kbd>
            </Tooltip>
          </TooltipTrigger>
        ))}
        <Separator orientation="vertical" className="toolbar-line" />
        {attachable && (
          <Button className="text-button attach-button" onPress={() => onAttach(attachable.id)}>
            {translate('toolbar.attach', { quote: shorten(attachable.quote) })}
          </Button>
        )}
        <Button className="text-button" onPress={addNote}>
          {translate('toolbar.addNote')}
        </Button>
      </Toolbar>
    </div>
  )
}
