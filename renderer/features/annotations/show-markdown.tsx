// Markdown that was read, as elements. What could load or run something is shown as words: HTML, pictures, links.
import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { Nodes, RootContent } from 'mdast'

/** Deeper than anybody writes; what lies deeper is shown without its marks. */
const deepest = 20

/** The words of a node and all that is in it. */
function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

function showNode(node: RootContent, depth: number): ReactNode {
  if (depth > deepest) return wordsOf(node)
  const inside = 'children' in node ? showNodes(node.children, depth + 1) : null
  switch (node.type) {
    case 'paragraph':
      return <p>{inside}</p>
    case 'heading':
      // Headings of the page itself would be in disorder.
      return (
        <p>
          <strong>{inside}</strong>
        </p>
      )
    case 'emphasis':
      return <em>{inside}</em>
    case 'strong':
      return <strong>{inside}</strong>
    case 'blockquote':
      return <blockquote>{inside}</blockquote>
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{inside}</ol> : <ul>{inside}</ul>
    case 'listItem':
      return <li>{inside}</li>
    case 'inlineCode':
      return <code>{node.value}</code>
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      )
    case 'break':
      return <br />
    case 'thematicBreak':
      return <hr />
    case 'link':
      // An address is shown, not followed: the program itself connects to nothing.
      return (
        <span className="link" title={node.url}>
          {inside}
        </span>
      )
    case 'image':
      return node.alt ?? node.url
    case 'text':
    case 'html':
      return node.value
    // Marks that this reader of Markdown makes only where its words lead elsewhere, or that it does not know.
    case 'definition':
    case 'delete':
    case 'footnoteDefinition':
    case 'footnoteReference':
    case 'imageReference':
    case 'linkReference':
    case 'table':
    case 'tableCell':
    case 'tableRow':
    case 'yaml':
      return wordsOf(node)
  }
}

/** Shows nodes one after the other. */
export function showNodes(nodes: readonly RootContent[], depth = 0): ReactNode {
  return nodes.map((node, at) => (
    <Fragment key={node.position?.start.offset ?? at}>{showNode(node, depth)}</Fragment>
  ))
}
