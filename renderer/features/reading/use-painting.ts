// Paints what a pane shows: highlights in their colours, the words of the standing query, the chosen place.
import { useEffect } from 'react'
import type { TextRange } from '../../../electron/contract/text-range.ts'
import { highlightColours } from '../../../electron/contract/limits.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { paint, unpaint } from './painter.ts'
import type { TextMap } from './text-map.ts'

/** What is to be painted in one pane. */
export interface Painting {
  entries: readonly AnnotationEntry[]
  selectedId: string | null
  matches: readonly TextRange[]
  currentMatch: TextRange | null
  /** What the pane's find bar has found, and the place that it stands at. */
  found: readonly TextRange[]
  currentFound: TextRange | null
}

/** Ranges of highlights that were made before, by their places: thousands would be made anew at each change. */
const heldRanges = new WeakMap<TextMap, Map<string, Range>>()

function toHeldRanges(map: TextMap, places: readonly TextRange[]): Range[] {
  const held = heldRanges.get(map) ?? new Map<string, Range>()
  heldRanges.set(map, held)
  return places.flatMap(({ start, end }) => {
    const key = `${start}-${end}`
    const range = held.get(key) ?? map.toRange(start, end)
    if (!range) return []
    held.set(key, range)
    return [range]
  })
}

const toRanges = (map: TextMap, places: readonly TextRange[]): Range[] =>
  places.map(({ start, end }) => map.toRange(start, end)).filter((range) => range !== null)

const isLine = ({ style }: AnnotationEntry): boolean => style === 'underline'

/** Keeps the page painted as told, for the pane named `owner`. */
export function usePainting(owner: string, map: TextMap | null, painting: Painting): void {
  const { entries, selectedId, matches, currentMatch, found, currentFound } = painting

  useEffect(() => {
    if (!map) return
    for (const colour of highlightColours) {
      const own = entries.filter((entry) => entry.colour === colour)
      const lines = own.filter(isLine)
      const filled = own.filter((entry) => !isLine(entry))
      paint(owner, colour, toHeldRanges(map, filled))
      paint(owner, `${colour}-line`, toHeldRanges(map, lines))
    }
  }, [owner, map, entries])

  const selected = entries.find((entry) => entry.id === selectedId)
  useEffect(() => {
    if (map) paint(owner, 'selected', toRanges(map, selected ? [selected] : []))
  }, [owner, map, selected])

  useEffect(() => {
    if (map) paint(owner, 'match', toRanges(map, matches))
  }, [owner, map, matches])

  useEffect(() => {
    if (map) paint(owner, 'current-match', toRanges(map, currentMatch ? [currentMatch] : []))
  }, [owner, map, currentMatch])

  useEffect(() => {
    if (map) paint(owner, 'found', toRanges(map, found))
  }, [owner, map, found])

  useEffect(() => {
    if (map) paint(owner, 'current-found', toRanges(map, currentFound ? [currentFound] : []))
  }, [owner, map, currentFound])

  useEffect(() => () => unpaint(owner), [owner, map])
}
