// Counts how many highlights find their place again when an edition is changed. Runs in Node.
import { buildAnchor } from '../../../electron/services/annotations/build-anchor.ts'
import { placeAnchors } from '../../../electron/services/anchoring/place-anchors.ts'
import type { Placement, Quotation } from '../../../electron/services/anchoring/placement.ts'
import type { TextRange } from '../../../electron/contract/text-range.ts'
import { createRandom, pick } from '../../electron/services/search/seeded-random.ts'
import type { EditionChange, Revision } from './edition-changes.ts'
import { placeByHypothesis } from './hypothesis-rule.ts'
import type { Paragraphs } from './source-texts.ts'
import type { Manuscript } from './written-text.ts'
import { takeApart, truePlace } from './written-text.ts'

/** So many paragraphs of other texts, of at least so many UTF-16 units, are at hand to be put in. */
const strangersDrawn = 8
const shortestStranger = 100

/** How often each outcome came about. `toldWrong` are those of the wrong places that the reader is told about. */
export interface Tally {
  right: number
  wrong: number
  toldWrong: number
  none: number
  milliseconds: number
}

/** The rules that are measured side by side. */
export const methods = ['with the old text', 'by quotation alone', "Hypothesis's rule"] as const
/** One of the {@link methods}. */
export type Method = (typeof methods)[number]
/** A tally for each rule that was measured. */
export type Tallies = Record<Method, Tally>

const newTally = (): Tally => ({ right: 0, wrong: 0, toldWrong: 0, none: 0, milliseconds: 0 })

/** A place counts as right where it shares at least half of what either covers with the true one. */
function isRight(found: TextRange, truth: TextRange): boolean {
  const shared = Math.min(found.end, truth.end) - Math.max(found.start, truth.start)
  const covered = Math.max(found.end, truth.end) - Math.min(found.start, truth.start)
  return shared >= covered / 2
}

/** Where nothing of a highlight is left, to find no place is right. */
function count(tally: Tally, found: TextRange | null, truth: TextRange | null, isTold: boolean): void {
  if (truth === null ? found === null : found !== null && isRight(found, truth)) tally.right += 1
  else if (found === null) tally.none += 1
  else {
    tally.wrong += 1
    if (isTold) tally.toldWrong += 1
  }
}

function placed(placement: Placement | undefined): TextRange | null {
  return placement?.kind === 'exact' || placement?.kind === 'moved' ? placement : null
}

const contentHash = '0'.repeat(64)

function measure(
  { old, renewed, highlights }: Revision,
  rules: readonly Method[],
  tallies: Tallies,
  trace: (line: string) => void,
): void {
  const anchors = highlights.map(({ first, last }): Quotation => {
    const start = old.places.get(first)?.range.start ?? 0
    const end = old.places.get(last)?.range.end ?? 0
    return buildAnchor(old.text, contentHash, { start, end })
  })
  const truths = highlights.map(({ first, last }) => truePlace(renewed, first, last))
  for (const [method, oldText] of [
    ['with the old text', old.text],
    ['by quotation alone', null],
  ] as const) {
    if (!rules.includes(method)) continue
    const begun = performance.now()
    const placements = placeAnchors({ oldText, newText: renewed.text, anchors })
    tallies[method].milliseconds += performance.now() - begun
    for (const [index, placement] of placements.entries()) {
      const truth = truths[index] ?? null
      const before = { ...tallies[method] }
      count(tallies[method], placed(placement), truth, placement.kind === 'moved')
      if (before.right === tallies[method].right && oldText !== null) {
        const found = placed(placement)
        trace(
          JSON.stringify({
            quoted: anchors[index]?.exact,
            true: truth === null ? null : renewed.text.slice(truth.start, truth.end),
            found: found === null ? placement.kind : renewed.text.slice(found.start, found.end),
            placement,
          }),
        )
      }
    }
  }
  if (!rules.includes("Hypothesis's rule")) return
  const begun = performance.now()
  for (const [index, anchor] of anchors.entries()) {
    const found = placeByHypothesis(renewed.text, anchor)
    count(tallies["Hypothesis's rule"], found, truths[index] ?? null, false)
  }
  tallies["Hypothesis's rule"].milliseconds += performance.now() - begun
}

/** A body of texts, and how many highlights on it each change is measured by. */
export interface Body {
  name: string
  texts: readonly Paragraphs[]
  highlightsPerRow: number
  highlightsPerRevision: number
}

/** Measures one change on one body; `trace` is told of each highlight that was not placed rightly with the old text. */
export function measureChange(
  change: EditionChange,
  body: Body,
  seed: number,
  rules: readonly Method[] = methods,
  trace: (line: string) => void = () => {},
): Tallies {
  const random = createRandom(seed)
  const manuscripts = body.texts.map(takeApart)
  const tallies: Tallies = {
    'with the old text': newTally(),
    'by quotation alone': newTally(),
    "Hypothesis's rule": newTally(),
  }
  for (let done = 0, turn = 0; done < body.highlightsPerRow; turn += 1) {
    const manuscript = manuscripts[turn % manuscripts.length] ?? []
    const paragraphs = body.texts[turn % manuscripts.length] ?? []
    const others = drawStrangers(body.texts, paragraphs, random)
    const revision = change.revise(manuscript, others, body.highlightsPerRevision, random)
    measure(revision, rules, tallies, trace)
    done += revision.highlights.length
  }
  return tallies
}

/** Paragraphs of some length that the text itself does not hold. */
function drawStrangers(texts: readonly Paragraphs[], own: Paragraphs, random: () => number): Manuscript {
  const strangers: string[] = []
  while (strangers.length < strangersDrawn) {
    const paragraph = pick(pick(texts, random), random)
    if (paragraph.length >= shortestStranger && !own.includes(paragraph)) strangers.push(paragraph)
  }
  return takeApart(strangers)
}

/** A part of a whole in percent. */
export function percent(part: number, whole: number): number {
  return (100 * part) / whole
}

/** Whether the figures reach the goal of the change. */
export function isMet({ goal }: EditionChange, { right, wrong, none }: Tally): boolean {
  const total = right + wrong + none
  return percent(right, total) >= goal.right && percent(wrong, total) <= goal.wrong
}
