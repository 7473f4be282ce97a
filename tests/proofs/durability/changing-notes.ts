// The notes that the proofs write: every revision says its own number in its words, so that a mixture of two would show. Runs in Node.
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { sampleAnnotation } from '../../electron/storage/sample-annotation.ts'

/** The articles whose notes are written. */
export const articles = ['treaty', 'summit', 'accord'] as const

/** How many notes an article has at most: then they are changed in turn. */
const notesPerArticle = 12

/** The state of one note. */
export interface NoteState {
  article: string
  /** Counts from 1 within its article. */
  number: number
  revision: number
}

/** The list after one more change: a new note, or the next revision of the one that is due. */
export function changeNotes(
  article: string,
  notes: readonly Annotation[],
): { notes: Annotation[]; changed: NoteState } {
  const changes = notes.reduce((sum, { revision }) => sum + revision, 0)
  const index = changes % notesPerArticle
  const revision = (notes[index]?.revision ?? 0) + 1
  const next = makeNote({ article, number: index + 1, revision })
  return { notes: notes.toSpliced(index, 1, next), changed: { article, number: index + 1, revision } }
}

function makeNote({ article, number, revision }: NoteState): Annotation {
  // Long enough for a file of several pages of the disk.
  const note = `Revision ${revision} of “${article}” ${number}. `.repeat(20)
  return { ...sampleAnnotation(number, article), note, revision }
}

/** Whether a note is word for word what {@link changeNotes} made in its revision. */
export function isIntact(note: Annotation): boolean {
  const number = Number(note.id.slice(-12))
  const made = makeNote({ article: note.articleId, number, revision: note.revision })
  return JSON.stringify(made) === JSON.stringify(note)
}
