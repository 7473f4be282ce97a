// Text with some of its words marked.
import type { ReactNode } from 'react'
import type { TextRange } from '../../electron/contract/text-range.ts'

/** Shows `text`; `marks` are offsets into it, in order and apart from each other. */
export function MarkedText({ text, marks }: { text: string; marks: readonly TextRange[] }): ReactNode {
  const pieces: ReactNode[] = []
  let done = 0
  for (const { start, end } of marks) {
    pieces.push(text.slice(done, start), <mark key={start}>{text.slice(start, end)}</mark>)
    done = end
  }
  pieces.push(text.slice(done))
  return pieces
}
