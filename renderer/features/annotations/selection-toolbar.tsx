// What can be done with selected words: five colours and a note, beside the selection.
import { Quote } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { CSSProperties, ReactNode, RefObject } from 'react'
import { Button, Separator, Toolbar, Tooltip, TooltipTrigger } from 'react-aria-components'
import { highlightColours } from '../../../electron/contract/limits.ts'
import type { TextRange } from '../../../electron/contract/text-range.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { TextSelection } from '../reading/use-text-selection.ts'
import { KeyWords } from '../../ui/key-words.tsx'
import { useKeysOf } from '../commands/use-keys-of.ts'
import { highlightSelection, writeNoteOnSelection } from './highlight-selection.ts'
import { useColourName } from './use-colour-name.ts'
import type { Ahead } from './toolbar-place.ts'
import { placeToolbar } from './toolbar-place.ts'
import './annotations.css'

/** Where it stands in the pane's own coordinates, which are scrolled with the text. */
function placeBeside(box: DOMRect, ahead: Ahead, scroller: HTMLElement, toolbar: HTMLElement): CSSProperties {
  const view = scroller.getBoundingClientRect()
  const { top, left } = placeToolbar({
    box,
    view,
    ahead,
    toolbar: { width: toolbar.offsetWidth, height: toolbar.offsetHeight },
    line: Number.parseFloat(getComputedStyle(scroller.querySelector('.article') ?? scroller).lineHeight),
  })
  return { top: top - view.top + scroller.scrollTop, left: left - view.left }
}

/** The first words of a quotation: the toolbar must fit the pane. */
function shorten(quote: string): string {
  return quote.length <= 20 ? quote : `${quote.slice(0, 18).trimEnd()}…`
}

/** Shows the toolbar of a selection. */
export function SelectionToolbar(props: {
  selection: TextSelection
  ahead: Ahead
  scroller: RefObject<HTMLElement | null>
  /** The highlight that these words can give a place again; `null` where none is lost. */
  attachable: AnnotationEntry | null
  onAttach: (id: string) => void
  onCopy: (range: TextRange) => void
  onDismiss: () => void
}): ReactNode {
  const { selection, ahead, scroller, attachable, onAttach, onCopy, onDismiss } = props
  const state = usePageState()
  const translate = useTranslate()
  const colourName = useColourName()
  const keysOf = useKeysOf()
  const toolbar = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' })

  useLayoutEffect(() => {
    if (toolbar.current && scroller.current)
      setPlace(placeBeside(selection.box, ahead, scroller.current, toolbar.current))
  }, [selection, ahead, scroller])

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
        {highlightColours.map((colour) => (
          <TooltipTrigger key={colour} delay={400}>
            <Button
              className="swatch"
              data-colour={colour}
              aria-label={colourName(colour).name}
              onPress={() => highlightSelection(state, colour)}
            />
            <Tooltip className="tooltip" placement="bottom" offset={6}>
              {colourName(colour).name}: {colourName(colour).meaning}
              <KeyWords of={keysOf(`highlight.${colour}`)} />
            </Tooltip>
          </TooltipTrigger>
        ))}
        <Separator orientation="vertical" className="toolbar-line" />
        {attachable && (
          <Button className="text-button attach-button" onPress={() => onAttach(attachable.id)}>
            {translate('toolbar.attach', { quote: shorten(attachable.quote) })}
          </Button>
        )}
        <TooltipTrigger delay={400}>
          <Button className="text-button" onPress={() => writeNoteOnSelection(state)}>
            {translate('toolbar.addNote')}
          </Button>
          <Tooltip className="tooltip" placement="bottom" offset={6}>
            {translate('toolbar.addNote')}
            <KeyWords of={keysOf('highlight.note')} />
          </Tooltip>
        </TooltipTrigger>
        <IconButton
          icon={Quote}
          label={translate('toolbar.copy')}
          keys={keysOf('highlight.copy')}
          command="highlight.copy"
          onPress={() => onCopy(selection)}
        />
      </Toolbar>
    </div>
  )
}
