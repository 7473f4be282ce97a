// Turns the inline part of a Markdown tree into plain text and the spans set apart in it. Plain Node.
import type { Definition, PhrasingContent } from 'mdast'
import type { Span } from '../../contract/article.ts'
import { htmlBetweenWords } from './html-text.ts'
import { checkNesting } from './nesting-limit.ts'

/** The plain text of a block, and its spans: UTF-16 offsets into that text. */
export interface InlineText {
  text: string
  spans: Span[]
}

/** Where references such as `[text][name]` lead, by the parser's identifier of the name. */
export type Definitions = ReadonlyMap<string, Definition>

/** White space that flows: line ends of any kind among it, no-break spaces not. */
const whiteSpace = /[\t\n\v\f\r \u0085\u2028\u2029]+/g

const linkProtocols = new Set(['http:', 'https:', 'mailto:'])

/**
 * Reads inline content as one line of text: runs of white space, line ends and hard breaks become one space,
 * images their description. A link to an address that is not http, https or mailto stays as plain text.
 */
export function readInline(nodes: readonly PhrasingContent[], definitions: Definitions): InlineText {
  let text = ''
  const spans: Span[] = []

  function append(piece: string): void {
    const flowing = piece.replaceAll(whiteSpace, ' ')
    const doubled = flowing.startsWith(' ') && (text === '' || text.endsWith(' '))
    text += doubled ? flowing.slice(1) : flowing
  }

  function appendSpan(children: readonly PhrasingContent[], depth: number, mark: SpanMark | null): void {
    const start = text.length
    appendAll(children, depth + 1)
    if (mark) spans.push({ ...mark, start, end: text.length })
  }

  function appendAll(children: readonly PhrasingContent[], depth: number): void {
    checkNesting(depth)
    for (const node of children) {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
          append(node.value)
          break
        case 'break':
          append(' ')
          break
        case 'html':
          append(htmlBetweenWords(node.value))
          break
        case 'image':
        case 'imageReference':
          append(node.alt ?? '')
          break
        case 'emphasis':
        case 'strong':
          appendSpan(node.children, depth, { kind: node.type })
          break
        case 'link':
          appendSpan(node.children, depth, linkMark(node.url))
          break
        case 'linkReference':
          appendSpan(node.children, depth, linkMark(definitions.get(node.identifier)?.url ?? ''))
          break
        case 'delete':
          appendAll(node.children, depth + 1)
          break
        case 'footnoteReference':
          append(`[${node.label ?? node.identifier}]`)
          break
      }
    }
  }

  appendAll(nodes, 0)
  const trimmed = text.endsWith(' ') ? text.slice(0, -1) : text
  return { text: trimmed, spans: tidySpans(spans, trimmed.length) }
}

type SpanMark = { kind: 'emphasis' | 'strong' } | { kind: 'link'; address: string }

function linkMark(url: string): SpanMark | null {
  if (!URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return linkProtocols.has(protocol) ? { kind: 'link', address: href } : null
}

/** Cuts spans at the end of the text, drops those without text, and puts the outer before the inner. */
function tidySpans(spans: readonly Span[], length: number): Span[] {
  return spans
    .map((span) => ({ ...span, end: Math.min(span.end, length) }))
    .filter((span) => span.start < span.end)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
}
