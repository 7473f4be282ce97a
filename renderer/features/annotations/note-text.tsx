// A note as its Markdown means it.
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { showNodes } from './show-markdown.tsx'

/** What may mean something in Markdown; a note of plain words in one paragraph needs no reading. */
const marks = /[*_`#>[\]~\\|&<]|^\s*(?:[-+]|\d+[.)])\s|\n\s*\n|\n.*\n|---/mu

/** Notes longer than this are shown as they stand: reading them at every keystroke elsewhere would be felt. */
const readLimit = 20_000

/** Whether a note has marks that are worth reading. */
export const hasMarks = (note: string): boolean => note.length <= readLimit && marks.test(note)

/** Shows the words as their marks mean it, or as they stand where there are none. Nothing in it loads anything. */
export function NoteText({ note }: { note: string }): ReactNode {
  const nodes = useMemo(() => (hasMarks(note) ? fromMarkdown(note).children : null), [note])
  return nodes ? (
    <div className="note-text">{showNodes(nodes)}</div>
  ) : (
    <div className="note-text note-plain">{note}</div>
  )
}
