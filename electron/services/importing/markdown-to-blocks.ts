// Turns Markdown into the block model that every article has, whatever it came from. Plain Node.
import type {
  BlockContent,
  Definition,
  DefinitionContent,
  Heading,
  List,
  ListItem,
  PhrasingContent,
  RootContent,
  Table,
  TableRow,
} from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Block, TableCell } from '../../contract/article.ts'
import { htmlToParagraphs } from './html-text.ts'
import { checkNesting, checkNestingOfLines } from './nesting-limit.ts'
import type { UnplacedBlock } from './place-blocks.ts'
import { placeBlocks } from './place-blocks.ts'
import type { Definitions, InlineText } from './read-inline.ts'
import { readInline } from './read-inline.ts'

/**
 * Reads CommonMark with tables. Headings become levels 2 to 4; an image alone in its paragraph becomes a caption;
 * code becomes plain text; HTML gives its text and no more. Of a list item only the first paragraph is a list item:
 * what follows in it stands as blocks of its own, so that each can be cited.
 * Throws a `RangeError` in plain words where the text nests too deep to be read.
 */
export function markdownToBlocks(markdown: string): Block[] {
  checkNestingOfLines(markdown)
  const { children } = fromMarkdown(markdown, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
  const reading: Reading = { blocks: [], definitions: findDefinitions(children), groups: 0 }
  readAll(children, { quoted: false, list: null, depth: 0, nesting: 0 }, reading)
  return placeBlocks(reading.blocks)
}

/** What grows while the tree is read. */
interface Reading {
  blocks: UnplacedBlock[]
  definitions: Definitions
  /** How many groups of list items or table rows there are so far; the next one takes the next number. */
  groups: number
}

/** Where in the tree the reading stands. */
interface Place {
  /** Whether inside a quotation, whose paragraphs are quotations. */
  quoted: boolean
  /** The outermost list around this place; its group is `null` before its first item. */
  list: { group: number | null } | null
  /** Number of lists between this place and the outermost one. */
  depth: number
  /** Number of lists and quotations around this place. */
  nesting: number
}

type FlowContent = RootContent | BlockContent | DefinitionContent

function readAll(nodes: readonly FlowContent[], place: Place, reading: Reading): void {
  checkNesting(place.nesting)
  for (const node of nodes) readNode(node, place, reading)
}

/** Definitions, thematic breaks and the like show no text of their own and are passed over. */
function readNode(node: FlowContent, place: Place, reading: Reading): void {
  if (node.type === 'paragraph') readParagraph(node.children, place, reading)
  else if (node.type === 'heading') readHeading(node, place, reading)
  else if (node.type === 'code') pushProse(readCode(node.value), place, reading)
  else if (node.type === 'html') readAll(htmlToParagraphs(node.value), place, reading)
  else if (node.type === 'blockquote') readAll(node.children, insideQuotation(place), reading)
  else if (node.type === 'list') readList(node, place, reading)
  else if (node.type === 'table') readTable(node, reading)
}

function insideQuotation(place: Place): Place {
  return { quoted: true, list: null, depth: 0, nesting: place.nesting + 1 }
}

function readParagraph(children: readonly PhrasingContent[], place: Place, reading: Reading): void {
  const inline = readInline(children, reading.definitions)
  if (holdsOnlyImages(children)) reading.blocks.push({ kind: 'caption', ...inline })
  else pushProse(inline, place, reading)
}

function pushProse(inline: InlineText, place: Place, reading: Reading): void {
  reading.blocks.push({ kind: place.quoted ? 'quotation' : 'paragraph', ...inline })
}

function readCode(value: string): InlineText {
  return readInline([{ type: 'inlineCode', value }], new Map())
}

/** True where nothing but images can be seen, be it inside a link. */
function holdsOnlyImages(nodes: readonly PhrasingContent[]): boolean {
  const visible = nodes.filter((node) => !(node.type === 'text' && node.value.trim() === ''))
  return (
    visible.length > 0 &&
    visible.every(
      (node) =>
        node.type === 'image' ||
        node.type === 'imageReference' ||
        ((node.type === 'link' || node.type === 'linkReference') && holdsOnlyImages(node.children)),
    )
  )
}

/** A heading inside a quotation belongs to the quoted text: it opens no section of the article. */
function readHeading(node: Heading, place: Place, reading: Reading): void {
  const inline = readInline(node.children, reading.definitions)
  if (place.quoted) pushProse(inline, place, reading)
  else reading.blocks.push({ kind: 'heading', level: headingLevel(node.depth), ...inline })
}

function headingLevel(depth: Heading['depth']): 2 | 3 | 4 {
  if (depth <= 2) return 2
  return depth === 3 ? 3 : 4
}

function readList(node: List, outside: Place, reading: Reading): void {
  const place: Place = {
    quoted: outside.quoted,
    list: outside.list ?? { group: null },
    depth: outside.list ? outside.depth + 1 : 0,
    nesting: outside.nesting + 1,
  }
  for (const [index, item] of node.children.entries()) {
    readListItem(item, node.ordered ? (node.start ?? 1) + index : null, place, reading)
  }
}

function readListItem(item: ListItem, ordinal: number | null, place: Place, reading: Reading): void {
  const [first, ...rest] = item.children
  if (first?.type !== 'paragraph' && first?.type !== 'heading') {
    readAll(item.children, place, reading)
    return
  }
  const inline = readInline(first.children, reading.definitions)
  reading.blocks.push({
    kind: 'list-item',
    ...inline,
    group: listGroup(place, reading),
    ordinal,
    depth: place.depth,
  })
  readAll(rest, place, reading)
}

/** The group of the list's next item: a new one at its start, and after a block of another kind inside the list. */
function listGroup(place: Place, reading: Reading): number {
  const list = place.list ?? { group: null }
  const last = reading.blocks.at(-1)
  const goesOn = last?.kind === 'list-item' && last.group === list.group
  if (list.group === null || !goesOn) list.group = ++reading.groups
  return list.group
}

function readTable(table: Table, reading: Reading): void {
  const group = ++reading.groups
  for (const [index, row] of table.children.entries()) {
    const { text, spans, cells } = readRow(row, reading.definitions)
    reading.blocks.push({ kind: 'table-row', text, spans, group, header: index === 0, cells })
  }
}

/** Joins a row's cells by tabs; no cell holds one, because white space inside it has become a space. */
function readRow(row: TableRow, definitions: Definitions): InlineText & { cells: TableCell[] } {
  const inlines = row.children.map((cell) => readInline(cell.children, definitions))
  const spans: InlineText['spans'] = []
  const cells: TableCell[] = []
  let start = 0
  for (const inline of inlines) {
    for (const span of inline.spans) {
      spans.push({ ...span, start: start + span.start, end: start + span.end })
    }
    cells.push({ start, end: start + inline.text.length })
    start += inline.text.length + 1
  }
  return { text: inlines.map((inline) => inline.text).join('\t'), spans, cells }
}

/** Gathers link definitions from everywhere in the tree; of two with one name the first counts. */
function findDefinitions(nodes: readonly FlowContent[]): Definitions {
  const definitions = new Map<string, Definition>()
  const waiting: FlowContent[] = nodes.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
    if (node.type === 'blockquote' || node.type === 'listItem') waiting.push(...node.children.toReversed())
    if (node.type === 'list') waiting.push(...node.children.toReversed())
  }
  return definitions
}
