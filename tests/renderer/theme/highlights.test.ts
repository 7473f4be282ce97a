// What painted text looks like on the screen, pixel by pixel.
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { highlightColours } from '../../../electron/contract/limits.ts'
import { paint, unpaint } from '../../../renderer/features/reading/painter.ts'
import '../../../renderer/theme/tokens.css'
import '../../../renderer/theme/highlights.css'

const owner = 'test'
/** Difference in a channel that an eye does not notice; a fill that the paper shines through differs by 20 and more. */
const hardlySeen = 16
const themes = ['light', 'sepia', 'dark'] as const

afterEach(() => {
  unpaint(owner)
  document.body.replaceChildren()
  delete document.documentElement.dataset['theme']
})

/** A line of text in a theme; each letter is as good as another. */
function layOut(theme: string): { line: HTMLElement; stretch: (from: number, to: number) => Range } {
  document.documentElement.dataset['theme'] = theme
  const line = document.createElement('p')
  line.style.cssText =
    'background: var(--paper); color: var(--ink); font: 40px monospace; margin: 0; padding: 8px'
  line.textContent = 'nnnnnnnnnn'
  document.body.append(line)
  const stretch = (from: number, to: number): Range => {
    const range = document.createRange()
    const text = line.firstChild
    if (text) {
      range.setStart(text, from)
      range.setEnd(text, to)
    }
    return range
  }
  return { line, stretch }
}

/** The colour above each of the first `count` letters, as [red, green, blue] from 0 to 255. */
async function coloursAbove(line: HTMLElement, stretch: (from: number, to: number) => Range, count: number) {
  const base64 = await page.screenshot({ element: line, save: false })
  const picture = new Image()
  picture.src = `data:image/png;base64,${base64}`
  await picture.decode()
  const canvas = new OffscreenCanvas(picture.width, picture.height)
  const context = canvas.getContext('2d')
  context?.drawImage(picture, 0, 0)
  const origin = line.getBoundingClientRect()
  return Array.from({ length: count }, (_, at) => {
    const box = stretch(at, at + 1).getBoundingClientRect()
    const [x, y] = [(box.left + box.right) / 2 - origin.left, box.top - origin.top + 4]
    return [...(context?.getImageData(Math.round(x), Math.round(y), 1, 1).data ?? [])].slice(0, 3)
  })
}

/** How the browser itself draws a colour that CSS names. */
function asDrawn(colour: string): number[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  if (!context) throw new Error('no canvas here')
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
}

const distance = (one: readonly number[] = [], other: readonly number[] = []): number =>
  Math.max(...one.map((value, channel) => Math.abs(value - (other[channel] ?? 0))))

describe.each(themes)('in the %s theme', (theme) => {
  it.each(highlightColours)('%s alone looks as its token says', async (colour) => {
    const { line, stretch } = layOut(theme)
    paint(owner, colour, [stretch(0, 2)])
    const token = getComputedStyle(document.documentElement).getPropertyValue(`--fill-${colour}`)
    const [painted] = await coloursAbove(line, stretch, 1)
    expect(distance(painted, asDrawn(token))).toBeLessThan(hardlySeen)
  })

  it('colours that overlap blend into one that is neither', async () => {
    const { line, stretch } = layOut(theme)
    paint(owner, 'yellow', [stretch(0, 4)])
    paint(owner, 'blue', [stretch(2, 6)])
    const [yellow, , both, , blue, , paper] = await coloursAbove(line, stretch, 8)
    for (const other of [yellow, blue, paper]) expect(distance(both, other)).toBeGreaterThan(6)
  })
})
