// A note as its Markdown means it. The reader of Markdown is loaded with the first note that has marks in it.
import { useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { RootContent } from 'mdast'
import type { fromMarkdown } from 'mdast-util-from-markdown'
import { showNodes } from './show-markdown.tsx'

type ReadMarkdown = typeof fromMarkdown

/** What may mean something in Markdown; a note of plain words in one paragraph needs no reading. */
const marks = /[*_`#>[\]~\\|&<]|^\s*(?:[-+]|\d+[.)])\s|\n\s*\n|\n.*\n|---/mu

/** Notes longer than this are shown as they stand: reading them at every keystroke elsewhere would be felt. */
const readLimit = 20_000

let reader: ReadMarkdown | null = null

async function loadReader(): Promise<ReadMarkdown> {
  reader ??= (await import('mdast-util-from-markdown')).fromMarkdown
  return reader
}

/** Whether a note has marks that are worth reading. */
export const hasMarks = (note: string): boolean => note.length <= readLimit && marks.test(note)

/** Shows the words as they stand, and as their marks mean it once those can be read. Nothing in it loads anything. */
export function NoteText({ note }: { note: string }): ReactNode {
  const [read, setRead] = useState<ReadMarkdown | null>(() => reader)
  const isMarked = hasMarks(note)
  useEffect(() => {
    if (isMarked && read === null) void loadReader().then((loaded) => setRead(() => loaded))
  }, [isMarked, read])
  const nodes = useMemo<RootContent[] | null>(
    () => (isMarked && read ? read(note).children : null),
    [isMarked, note, read],
  )
  return nodes ? (
    <div className="note-text">{showNodes(nodes)}</div>
  ) : (
    <div className="note-text note-plain">{note}</div>
  )
}
