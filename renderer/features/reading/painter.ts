// Paints stretches of text through the CSS Custom Highlight API: the page's elements are never changed, so
// selection, copying and assistive technology see the article as it is.
import type { HighlightColour } from '../../../electron/contract/annotation.ts'

/** What can be painted. Each name has its look in `theme/highlights.css`. */
export type PaintName =
  | HighlightColour
  | `${HighlightColour}-line`
  | 'match'
  | 'current-match'
  | 'found'
  | 'current-found'
  | 'selected'

/** Later names are painted over earlier ones. */
const layers: readonly PaintName[] = [
  'yellow',
  'green',
  'blue',
  'purple',
  'red',
  'yellow-line',
  'green-line',
  'blue-line',
  'purple-line',
  'red-line',
  'match',
  'current-match',
  'found',
  'current-found',
  'selected',
]

/** Whether this browser can paint highlights at all. */
export const canPaint = (): boolean => typeof CSS !== 'undefined' && 'highlights' in CSS

/** What each owner (a pane) has painted under each name. */
const painted = new Map<PaintName, Map<string, readonly Range[]>>()

function highlightNamed(name: PaintName): Highlight {
  const known = CSS.highlights.get(`bookwheel-${name}`)
  if (known) return known
  const highlight = new Highlight()
  highlight.priority = layers.indexOf(name)
  CSS.highlights.set(`bookwheel-${name}`, highlight)
  return highlight
}

/**
 * Paints `ranges` under `name` in place of what the same owner had painted under it before. Those that are the same
 * objects as before are not touched: the browser draws anew what is handed to it anew.
 */
export function paint(owner: string, name: PaintName, ranges: readonly Range[]): void {
  if (!canPaint()) return
  const highlight = highlightNamed(name)
  const owners = painted.get(name) ?? new Map<string, readonly Range[]>()
  painted.set(name, owners)
  const before = new Set(owners.get(owner))
  const now = new Set(ranges)
  for (const range of before) if (!now.has(range)) highlight.delete(range)
  for (const range of now) if (!before.has(range)) highlight.add(range)
  if (ranges.length > 0) owners.set(owner, ranges)
  else owners.delete(owner)
}

/** Takes away all that an owner has painted. */
export function unpaint(owner: string): void {
  for (const name of layers) paint(owner, name, [])
}
