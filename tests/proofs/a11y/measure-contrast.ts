// Contrast ratios of the colours as the browser itself draws them, after WCAG 2.2 (relative luminance). Runs in Node; what
// is handed to the page runs there.
import type { Page } from 'playwright-core'
import { highlightColours } from '../../../electron/contract/limits.ts'
import type { Check } from '../shared/check.ts'
import type { Figure } from '../shared/figures.ts'

/** What must differ from what, by the names of tokens in `theme/tokens.css`, and by how much at least. */
interface Pair {
  what: string
  front: string
  behind: string
  least: number
}

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what else carries a meaning. */
const leastRatio = { text: 4.5, sign: 3 }

/** Every pair of which a reader depends on the difference. */
export const pairs: readonly Pair[] = [
  ...highlightColours.flatMap((colour): Pair[] => [
    { what: `text on ${colour}`, front: '--ink', behind: `--fill-${colour}`, least: leastRatio.text },
    {
      what: `${colour} line on its fill`,
      front: `--line-${colour}`,
      behind: `--fill-${colour}`,
      least: leastRatio.sign,
    },
    { what: `${colour} line on paper`, front: `--line-${colour}`, behind: '--paper', least: leastRatio.sign },
    {
      what: `${colour} line on the desk`,
      front: `--line-${colour}`,
      behind: '--desk',
      least: leastRatio.sign,
    },
  ]),
  { what: 'lit words', front: '--lit-ink', behind: '--lit', least: leastRatio.text },
  { what: 'the current match', front: '--on-accent', behind: '--accent', least: leastRatio.text },
  { what: 'text on paper', front: '--ink', behind: '--paper', least: 7 },
  { what: 'soft text on paper', front: '--soft', behind: '--paper', least: leastRatio.text },
  { what: 'soft text on the desk', front: '--soft', behind: '--desk', least: leastRatio.text },
  { what: 'accent on paper', front: '--accent', behind: '--paper', least: leastRatio.text },
  { what: 'accent on the desk', front: '--accent', behind: '--desk', least: leastRatio.text },
  { what: 'danger on paper', front: '--danger', behind: '--paper', least: leastRatio.text },
  { what: 'good on the desk', front: '--good', behind: '--desk', least: leastRatio.text },
  { what: 'edges of fields on paper', front: '--edge', behind: '--paper', least: leastRatio.sign },
]

/** Runs in the page: draws each token on a canvas, so that the figures are those of the screen. */
function readColours(names: string[]): Record<string, [number, number, number]> {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas here')
  const style = getComputedStyle(document.documentElement)
  return Object.fromEntries(
    names.map((name) => {
      context.fillStyle = style.getPropertyValue(name)
      context.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
      return [name, [red, green, blue]]
    }),
  )
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The ratio of two colours, each as red, green and blue from 0 to 255. */
export function contrastRatio(one: readonly number[], other: readonly number[]): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((left, right) => left - right)
  return (lighter + 0.05) / (darker + 0.05)
}

/** One line of the table for the theme that the page is in: how many pairs hold, and the least ratios by name. */
export async function measureContrast(page: Page, theme: string): Promise<Figure[]> {
  const names = [...new Set(pairs.flatMap(({ front, behind }) => [front, behind]))]
  const colours = await page.evaluate(readColours, names)
  const measured = pairs.map(({ what, front, behind, least }) => {
    const ratio = contrastRatio(colours[front] ?? [], colours[behind] ?? [])
    const check: Check = {
      name: what,
      holds: ratio >= least,
      detail: `${ratio.toFixed(2)}, at least ${least}`,
    }
    return { what, ratio, least, check }
  })
  const groups = {
    'text on the five highlights': /^text on (?!paper)/,
    'their lines': / line on /,
    'all else': /./,
  }
  let rest = measured
  return Object.entries(groups).map(([group, pattern]) => {
    const own = rest.filter(({ what }) => pattern.test(what))
    rest = rest.filter((each) => !own.includes(each))
    const lowest = own.toSorted((left, right) => left.ratio / left.least - right.ratio / right.least)[0]
    const failed = own.flatMap(({ check }) => (check.holds ? [] : [check]))
    return {
      title: `contrast of ${group}, ${theme} (${own.length} pairs; the lowest beside its bound: ${lowest?.what ?? 'none'})`,
      goal: `at least ${lowest?.least ?? 0}`,
      found: (lowest?.ratio ?? 0).toFixed(2),
      isMet: failed.length === 0 && own.length > 0,
      failed,
    }
  })
}
