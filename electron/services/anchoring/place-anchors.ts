// Finds the place of each anchor of an old edition in a new text: by the words that both editions share, then by its
// quotation. Pure; runs in the anchoring worker.
import type { MayGoOn } from './align-texts.ts'
import { alignTexts } from './align-texts.ts'
import type { Alignment } from './alignment.ts'
import { carryOver } from './carry-over.ts'
import type { NumberedQuote, SearchedText } from './find-quote.ts'
import { findQuote } from './find-quote.ts'
import type { FoldedText } from './fold-text.ts'
import { foldText } from './fold-text.ts'
import type { AnchoringTask, FoundPlace, Placement, Quotation } from './placement.ts'
import { exactScore } from './placement.ts'
import { numberWords } from './vocabulary.ts'
import { indexPlaces } from './word-places.ts'

/** An anchor with its place among the others, and its folded parts. */
interface FoldedQuote {
  index: number
  quotation: Quotation
  parts: [prefix: FoldedText, exact: FoldedText, suffix: FoldedText]
}

/**
 * A placement for each anchor, in their order. Where the time runs out those that are not settled are `undecided`.
 * An anchor whose offsets do not hold its quotation in the old text is sought by the quotation alone.
 */
export function placeAnchors(task: AnchoringTask, mayGoOn: MayGoOn = () => true): Placement[] {
  const { oldText, anchors } = task
  const placements = anchors.map((): Placement => ({ kind: 'undecided' }))
  if (anchors.length === 0) return placements
  const newText = foldText(task.newText)
  let alignment: Alignment | null = null
  if (oldText !== null && oldText !== '') {
    alignment = alignTexts(foldText(oldText), newText, mayGoOn)
    if (alignment === null) return placements
    for (const [index, anchor] of anchors.entries()) {
      if (!isQuotedIn(oldText, anchor)) continue
      const found = carryOver(alignment, anchor.start, anchor.end)
      if (found !== null) placements[index] = placementOf(found)
    }
  }
  const left = anchors.flatMap((quotation, index): FoldedQuote[] => {
    if (placements[index]?.kind !== 'undecided') return []
    const { prefix, exact, suffix } = quotation
    return [{ index, quotation, parts: [foldText(prefix), foldText(exact), foldText(suffix)] }]
  })
  if (left.length > 0 && mayGoOn()) searchQuotes(left, newText, alignment, placements, mayGoOn)
  return placements
}

function isQuotedIn(text: string, { start, end, exact }: Quotation): boolean {
  return end > start && text.slice(start, end) === exact
}

function placementOf(found: FoundPlace | null): Placement {
  if (found === null) return { kind: 'unanchored' }
  return { kind: found.score >= exactScore ? 'exact' : 'moved', ...found }
}

function searchQuotes(
  quotes: readonly FoldedQuote[],
  newText: FoldedText,
  alignment: Alignment | null,
  placements: Placement[],
  mayGoOn: MayGoOn,
): void {
  const { sequences, vocabulary } = numberWords([newText, ...quotes.flatMap(({ parts }) => parts)])
  const [words = new Uint32Array(), ...numbered] = sequences
  const searched: SearchedText = {
    folded: newText,
    words,
    vocabulary,
    places: indexPlaces(words, vocabulary.spellings.length),
    taken: alignment?.renewed.taken ?? null,
  }
  for (const [place, { index, quotation, parts }] of quotes.entries()) {
    if (!mayGoOn()) return
    const [prefix, exact, suffix] = numbered.slice(3 * place, 3 * place + 3)
    if (prefix === undefined || exact === undefined || suffix === undefined) continue
    const quote: NumberedQuote = {
      quotation,
      prefix,
      exact,
      suffix,
      lettersFrom: parts[1].starts[0] ?? 0,
      lettersTo: parts[1].ends.at(-1) ?? quotation.exact.length,
    }
    placements[index] = placementOf(findQuote(quote, searched))
  }
}
