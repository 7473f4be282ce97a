// A note that hangs on no words, where it has a place of its own: at the head of its article, or of the notebook while it
// is new. It is read here and written here.
import { Pencil, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { isArticleNote, isBlank } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ConflictChoice } from './conflict-choice.tsx'
import { NoteEditor } from './note-editor.tsx'
import { NoteText } from './note-text.tsx'
import { SaveMark } from './save-mark.tsx'
import { TagList } from './tag-field.tsx'
import './annotations.css'
import './notes.css'

/** Shows a note; `where` names this place among those where it can be written. */
export function NoteBox({ entry, where }: { entry: AnnotationEntry; where: string }): ReactNode {
  const { annotations } = usePageState()
  const translate = useTranslate()
  const isWriting = useStore(
    annotations.store,
    ({ writing }) => writing?.id === entry.id && writing.where === where,
  )
  const kind = translate(isArticleNote(entry) ? 'card.articleNote' : 'card.memo')
  return (
    <div className="card note-box" data-colour={entry.colour ?? undefined}>
      <div className="note-box-head">
        <span className="note-box-kind">{kind}</span>
        {(isWriting || entry.save.kind !== 'saved') && !isBlank(entry) && <SaveMark entry={entry} />}
        {!isWriting && (
          <>
            <IconButton
              icon={Pencil}
              label={translate('note.edit')}
              onPress={() => annotations.write({ id: entry.id, where })}
            />
            <IconButton
              icon={Trash2}
              label={translate('card.deleteNote')}
              onPress={() => void annotations.remove(entry.id)}
            />
          </>
        )}
      </div>
      {/* A conflict leaves the field where it is: whoever is writing in it goes on, and no letter becomes a command. */}
      {isWriting ? (
        <NoteEditor entry={entry} takeFocus />
      ) : (
        entry.save.kind !== 'conflict' && <NoteText note={entry.note} />
      )}
      {entry.save.kind === 'conflict' && (
        <ConflictChoice entry={entry} theirs={entry.save.theirs} isWriting={isWriting} />
      )}
      {!isWriting && <TagList tags={entry.tags} />}
    </div>
  )
}
