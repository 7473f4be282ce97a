// Short ways to ask where a quotation of one text stands in another. Runs everywhere.
import { buildAnchor } from '../../../../electron/services/annotations/build-anchor.ts'
import { placeAnchors } from '../../../../electron/services/anchoring/place-anchors.ts'
import type { Placement, Quotation } from '../../../../electron/services/anchoring/placement.ts'

const contentHash = '0'.repeat(64)

/** The anchor of the given words of a text, the first or the `nth` (from 0) time that they stand there. */
export function quote(text: string, exact: string, nth = 0): Quotation {
  let start = text.indexOf(exact)
  for (let turn = 0; turn < nth && start >= 0; turn += 1) start = text.indexOf(exact, start + 1)
  if (start < 0) throw new Error(`the text does not hold "${exact}" ${nth + 1} times`)
  return buildAnchor(text, contentHash, { start, end: start + exact.length })
}

/** Where one anchor is placed. */
export function place(oldText: string | null, newText: string, anchor: Quotation): Placement {
  const [placement] = placeAnchors({ oldText, newText, anchors: [anchor] })
  if (placement === undefined) throw new Error('no placement was answered')
  return placement
}

/** What a placement quotes of the new text, or its kind where it has no place. */
export function wordsAt(newText: string, placement: Placement): string {
  return placement.kind === 'exact' || placement.kind === 'moved'
    ? newText.slice(placement.start, placement.end)
    : placement.kind
}

/** What the given words of the old text have become in the new one. */
export function carried(oldText: string, newText: string, exact: string, nth = 0): string {
  return wordsAt(newText, place(oldText, newText, quote(oldText, exact, nth)))
}
