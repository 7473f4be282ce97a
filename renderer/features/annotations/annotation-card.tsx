// One annotation, as it stands in the notebook and in the popover of a click: its words, its note, its tags.
import { Pencil } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { isArticleNote } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { CardActions } from './card-actions.tsx'
import { ConflictChoice } from './conflict-choice.tsx'
import { EndsAdjuster } from './ends-adjuster.tsx'
import { NoteEditor } from './note-editor.tsx'
import { hasMarks, NoteText } from './note-text.tsx'
import { carryQuotation } from './quotation.ts'
import { SaveMark } from './save-mark.tsx'
import { StandingLine } from './standing-line.tsx'
import { TagField, TagList } from './tag-field.tsx'
import { useColourName } from './use-colour-name.ts'
import { useQuotation } from './use-quotation.ts'
import './annotations.css'
import './notes.css'

/** A note as it is read. A press leads to its editor; marks make blocks of it, which no button can hold. */
function ReadNote({ note, onEdit }: { note: string; onEdit: () => void }): ReactNode {
  const translate = useTranslate()
  if (!hasMarks(note)) {
    return (
      <button type="button" className="card-note" onClick={onEdit}>
        {note}
      </button>
    )
  }
  return (
    <div className="card-note card-marked">
      <NoteText note={note} />
      <IconButton icon={Pencil} label={translate('note.edit')} onPress={onEdit} />
    </div>
  )
}

/** What heads a card: the highlighted words, which can be dragged out with their citation, or which kind of note it is. */
function CardHead(props: {
  entry: AnnotationEntry
  paragraph: number | null
  isOpen: boolean
  onJump: () => void
}): ReactNode {
  const { entry, paragraph, isOpen, onJump } = props
  const translate = useTranslate()
  const quotationOf = useQuotation()
  const isWords = entry.contentHash !== null
  return (
    <button
      type="button"
      className={isWords ? 'card-quote' : 'card-quote card-kind'}
      onClick={onJump}
      aria-current={isOpen}
      draggable={isWords}
      onDragStart={({ dataTransfer }) => carryQuotation(dataTransfer, quotationOf(entry, paragraph))}
    >
      {isWords ? entry.quote : translate(isArticleNote(entry) ? 'card.articleNote' : 'card.memo')}
    </button>
  )
}

function CardFoot({
  entry,
  paragraph,
  isOpen,
}: {
  entry: AnnotationEntry
  paragraph: number | null
  isOpen: boolean
}) {
  const colour = useColourName()(entry.colour)
  const isMarked = isOpen || entry.save.kind !== 'saved'
  if (entry.colour === null && !isMarked) return null
  return (
    <div className="card-foot">
      <span>
        {entry.colour !== null && (
          <>
            <span className="visually-hidden">{colour.name}, </span>
            {colour.meaning}
          </>
        )}
        {paragraph !== null && ` · ¶ ${paragraph}`}
      </span>
      {isMarked && <SaveMark entry={entry} />}
    </div>
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
  const card = useRef<HTMLDivElement>(null)
  const [isAdjusting, setAdjusting] = useState(false)
  // What is written in a field of its own elsewhere on the page is not written here as well.
  const isElsewhere = useStore(annotations.store, ({ writing }) => writing?.id === entry.id)
  // A card that is there already opens after what a click brings has been painted: the card at the words, above all.
  const selected =
    useDeferredValue(useStore(annotations.store, ({ selectedId }) => selectedId === entry.id)) && !isElsewhere
  const editing = useStore(annotations.store, ({ editingId }) => editingId === entry.id) && !isElsewhere

  useEffect(() => {
    if (selected && !staysPut) card.current?.scrollIntoView({ block: 'nearest' })
  }, [selected, staysPut])

  const isConflict = entry.save.kind === 'conflict'
  const isWriting = selected || editing
  return (
    <div
      ref={card}
      className="card"
      data-colour={entry.colour ?? undefined}
      data-selected={selected}
      data-elsewhere={isElsewhere}
    >
      <CardHead entry={entry} paragraph={paragraph} isOpen={selected} onJump={onJump} />
      {entry.standing && <StandingLine entry={entry} standing={entry.standing} />}
      {/* A conflict leaves the field where it is: whoever is writing in it goes on, and no letter becomes a command. */}
      {isWriting ? (
        <NoteEditor entry={entry} takeFocus={editing} />
      ) : (
        entry.note && !isConflict && <ReadNote note={entry.note} onEdit={onEdit} />
      )}
      {entry.save.kind === 'conflict' && (
        <ConflictChoice entry={entry} theirs={entry.save.theirs} isWriting={isWriting} />
      )}
      {selected && !isConflict ? (
        <TagField tags={entry.tags} onChange={(tags) => annotations.setTags(entry.id, tags)} />
      ) : (
        <TagList tags={entry.tags} />
      )}
      <CardFoot entry={entry} paragraph={paragraph} isOpen={selected} />
      {source !== null && <p className="card-source">{source}</p>}
      {selected && !isConflict && (
        <>
          {isAdjusting && <EndsAdjuster entry={entry} />}
          <CardActions
            entry={entry}
            paragraph={paragraph}
            isAdjusting={isAdjusting}
            onAdjust={() => setAdjusting(!isAdjusting)}
          />
        </>
      )}
    </div>
  )
}
