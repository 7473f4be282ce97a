// An article's blocks as elements. Every element that shows text carries its offset (see text-map.ts).
import { memo } from 'react'
import type { ReactNode } from 'react'
import type { Block } from '../../../electron/contract/article.ts'
import { cutIntoParts } from './article-parts.ts'
import { InlineText } from './inline-text.tsx'

type ListItem = Extract<Block, { kind: 'list-item' }>
type TableRow = Extract<Block, { kind: 'table-row' }>

/** Gathers neighbours that belong to one list or one table. */
function groupBlocks(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const before = groups.at(-1)?.[0]
    const belongs =
      before &&
      'group' in before &&
      'group' in block &&
      before.kind === block.kind &&
      before.group === block.group
    if (belongs) groups.at(-1)?.push(block)
    else groups.push([block])
  }
  return groups
}

function ListBlock({ items }: { items: ListItem[] }): ReactNode {
  const List = items[0]?.ordinal === null ? 'ul' : 'ol'
  return (
    <List className="block-list">
      {items.map((item) => (
        <li
          key={item.start}
          data-start={item.start}
          data-number={item.number}
          data-depth={item.depth}
          // A list may hold numbered items below plain ones, and the other way round.
          style={{ listStyleType: item.ordinal === null ? 'disc' : 'decimal' }}
          {...(item.ordinal === null ? {} : { value: item.ordinal })}
        >
          <InlineText text={item.text} spans={item.spans} />
        </li>
      ))}
    </List>
  )
}

function TableBlock({ rows }: { rows: TableRow[] }): ReactNode {
  return (
    <div className="table-scroll">
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.start} data-number={row.number}>
              {row.cells.map((cell) => {
                const Cell = row.header ? 'th' : 'td'
                return (
                  <Cell
                    key={cell.start}
                    data-start={row.start + cell.start}
                    {...(row.header ? { scope: 'col' } : {})}
                  >
                    {row.text.slice(cell.start, cell.end)}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SingleBlock({ block }: { block: Exclude<Block, ListItem | TableRow> }): ReactNode {
  const text = <InlineText text={block.text} spans={block.spans} />
  const place = {
    'data-start': block.start,
    ...(block.number === null ? {} : { 'data-number': block.number }),
  }
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level}` as const
      return <Heading {...place}>{text}</Heading>
    }
    case 'quotation':
      return (
        <blockquote>
          <p {...place}>{text}</p>
        </blockquote>
      )
    case 'caption':
      return (
        <p className="caption" {...place}>
          {text}
        </p>
      )
    case 'paragraph':
      return <p {...place}>{text}</p>
  }
}

function isListItem(block: Block): block is ListItem {
  return block.kind === 'list-item'
}

function isTableRow(block: Block): block is TableRow {
  return block.kind === 'table-row'
}

function Group({ group }: { group: readonly Block[] }): ReactNode {
  const first = group[0]
  if (!first) return null
  if (isListItem(first)) return <ListBlock items={group.filter(isListItem)} />
  if (isTableRow(first)) return <TableBlock rows={group.filter(isTableRow)} />
  return <SingleBlock block={first} />
}

const showGroups = (groups: readonly Block[][]): ReactNode =>
  groups.map((group) => <Group key={group[0]?.start} group={group} />)

/**
 * Shows an article's blocks; those of a long one in parts, of which the browser lays out what is near the view. Drawn
 * anew only when the blocks themselves change: painting needs no drawing.
 */
export const ArticleBlocks = memo(function ArticleBlocks(props: {
  blocks: readonly Block[]
  isLong?: boolean
}): ReactNode {
  const { blocks, isLong = false } = props
  const groups = groupBlocks(blocks)
  if (!isLong) return showGroups(groups)
  return cutIntoParts(groups).map(({ groups: own, lines }) => (
    <div
      key={own[0]?.[0]?.start}
      className="article-part"
      style={{ containIntrinsicBlockSize: `auto ${Math.round(lines)}lh` }}
    >
      {showGroups(own)}
    </div>
  ))
})
