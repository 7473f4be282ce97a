// A block's text with its emphasis and links. The characters on the page are exactly the block's own.
import type { ReactNode } from 'react'
import type { Span } from '../../../electron/contract/article.ts'

interface Segment {
  start: number
  end: number
  spans: Span[]
}

/** Cuts `text` wherever a span begins or ends, so that spans that overlap can be shown one inside the other. */
function cutAtSpans(length: number, spans: readonly Span[]): Segment[] {
  const cuts = new Set([0, length, ...spans.flatMap((span) => [span.start, span.end])])
  const places = [...cuts].filter((place) => place >= 0 && place <= length).toSorted((a, b) => a - b)
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? length
    return { start, end, spans: spans.filter((span) => span.start <= start && span.end >= end) }
  })
}

function wrap(content: ReactNode, span: Span): ReactNode {
  if (span.kind === 'emphasis') return <em>{content}</em>
  if (span.kind === 'strong') return <strong>{content}</strong>
  // An address is shown, not followed: the program itself connects to nothing.
  return (
    <span className="link" title={span.address}>
      {content}
    </span>
  )
}

/** Shows a block's text. */
export function InlineText({ text, spans }: { text: string; spans: readonly Span[] }): ReactNode {
  if (spans.length === 0) return text
  return cutAtSpans(text.length, spans).map(({ start, end, spans: around }) => (
    <span key={start}>{around.reduce<ReactNode>(wrap, text.slice(start, end))}</span>
  ))
}
