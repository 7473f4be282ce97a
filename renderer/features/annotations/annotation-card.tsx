// One highlight with its note, as it stands in the notebook and in the popover of a click.
import { Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useStore } from 'zustand'
import { highlightColours } from '../../../electron/contract/limits.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ConflictChoice } from './conflict-choice.tsx'
import { NoteEditor } from './note-editor.tsx'
import { SaveMark } from './save-mark.tsx'
import { StandingLine } from './standing-line.tsx'
import { useColourName } from './use-colour-name.ts'
import './annotations.css'

function ColourChoice({ entry }: { entry: AnnotationEntry }): ReactNode {
  const { annotations } = usePageState()
  const translate = useTranslate()
  const colourName = useColourName()
  return (
    <RadioGroup
      className="colour-choice"
      orientation="horizontal"
      aria-label={translate('card.colour')}
      value={entry.colour}
      onChange={(chosen) => {
        const colour = highlightColours.find((name) => name === chosen)
        if (colour) annotations.recolour(entry.id, colour)
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
}

/**
 * Shows a card. `paragraph` is the number of the paragraph where the highlight begins, `source` the title of its article
 * where nothing around the card says it. `onEdit` leads to the note's editor; the entry's article must have been read.
 * A card that `staysPut` does not come into sight by itself: a long list draws it again whenever it is near the view.
 */
export function AnnotationCard(props: {
  entry: AnnotationEntry
  paragraph: number | null
  source?: string | null
  staysPut?: boolean
  onJump: () => void
  onEdit?: () => void
}): ReactNode {
  const { annotations } = usePageState()
  const { entry, paragraph, source = null, staysPut = false, onJump } = props
  const { onEdit = () => annotations.editNote(entry.id) } = props
  const translate = useTranslate()
  const colour = useColourName()(entry.colour)
  const card = useRef<HTMLDivElement>(null)
  const selected = useStore(annotations.store, ({ selectedId }) => selectedId === entry.id)
  const editing = useStore(annotations.store, ({ editingId }) => editingId === entry.id)

  useEffect(() => {
    if (selected && !staysPut) card.current?.scrollIntoView({ block: 'nearest' })
  }, [selected, staysPut])

  return (
    <div ref={card} className="card" data-colour={entry.colour} data-selected={selected}>
      <button type="button" className="card-quote" onClick={onJump} aria-current={selected}>
        {entry.quote}
      </button>
      {entry.standing && <StandingLine entry={entry} standing={entry.standing} />}
      {entry.save.kind === 'conflict' ? (
        <ConflictChoice entry={entry} theirs={entry.save.theirs} />
      ) : selected || editing ? (
        <NoteEditor entry={entry} takeFocus={editing} />
      ) : (
        entry.note && (
          <button type="button" className="card-note" onClick={onEdit}>
            {entry.note}
          </button>
        )
      )}
      <div className="card-foot">
        <span>
          <span className="visually-hidden">{colour.name}, </span>
          {colour.meaning}
          {paragraph !== null && ` · ¶ ${paragraph}`}
        </span>
        {(selected || entry.save.kind !== 'saved') && <SaveMark entry={entry} />}
      </div>
      {source !== null && <p className="card-source">{source}</p>}
      {selected && entry.save.kind !== 'conflict' && (
        <div className="card-actions">
          <ColourChoice entry={entry} />
          <IconButton
            icon={Trash2}
            label={translate('card.delete')}
            onPress={() => void annotations.remove(entry.id)}
          />
        </div>
      )}
    </div>
  )
}
