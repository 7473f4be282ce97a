import { describe, expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import {
  readTopOffset,
  scrollIntoView,
  scrollToOffset,
} from '../../../../renderer/features/reading/scroll-position.ts'
import { createFakeProgram } from '../../fake-program.ts'
import { lantern, placeOf } from '../../made-up-library.ts'
import { articleIn, openPage, pane } from '../../open-page.tsx'
import { findWords } from '../../reader-hands.ts'
import { layOut } from './made-up-page.tsx'

/** The tallest line of the made-up article, in CSS pixels, with the space after a block. */
const line = 60

/** The lantern treaty in a small window of its own. */
async function layOutScrolling() {
  const { root, map } = await layOut(lantern)
  const scroller = root.parentElement
  if (!scroller) throw new Error('the article stands nowhere')
  Object.assign(scroller.style, { height: '300px', width: '480px', overflowY: 'auto', position: 'relative' })
  // The article is laid out, which asks for its letters, and anew when they come.
  scroller.getBoundingClientRect()
  await document.fonts.ready
  return { root, map, scroller, end: scroller.scrollHeight - scroller.clientHeight }
}

const night = 'Night 4 of the first winter'

async function open(topOffset = 0) {
  const panes = [{ articleId: lantern.id, topOffset }]
  const program = createFakeProgram({ workspace: { panes } })
  const state = await openPage(program)
  await expect.element(articleIn(1)).toBeVisible()
  return { program, state }
}

/** Pixels between the top of the window that scrolls and the words. */
function distanceOf(words: string): number {
  const article = articleIn(1).element()
  const top = article.parentElement?.getBoundingClientRect().top ?? 0
  return findWords(article, words).getBoundingClientRect().top - top
}

/** Pixels between the words and where the first line of a pane stands. */
const driftOf = (words: string): number => Math.abs(distanceOf(words) - 12)

describe('readTopOffset and scrollToOffset', () => {
  it('lead back to within a line of every place', async () => {
    const { root, map, scroller, end } = await layOutScrolling()
    // The title and the first line below it both count as the very top.
    const first = root.querySelector('[data-start]')
    const below = (first?.getBoundingClientRect().top ?? 0) - scroller.getBoundingClientRect().top + line
    for (let top = below; top <= end; top += 23) {
      scroller.scrollTo({ top })
      const offset = readTopOffset(scroller, map)
      scroller.scrollTo({ top: end / 2 })
      scrollToOffset(scroller, map, offset)
      expect(Math.abs(scroller.scrollTop - top), `from ${top} by offset ${offset}`).toBeLessThan(line)
    }
  })

  it('count the title as the very top', async () => {
    const { map, scroller } = await layOutScrolling()
    expect(readTopOffset(scroller, map)).toBe(0)
    scroller.scrollTo({ top: 500 })
    scrollToOffset(scroller, map, 0)
    expect(scroller.scrollTop).toBe(0)
  })

  it('grow with the place', async () => {
    const { map, scroller, end } = await layOutScrolling()
    let before = 0
    for (let top = 0; top <= end; top += 50) {
      scroller.scrollTo({ top })
      const offset = readTopOffset(scroller, map)
      expect(offset).toBeGreaterThanOrEqual(before)
      before = offset
    }
  })
})

describe('scrollToOffset', () => {
  it('brings the words at the start of every block to the top', async () => {
    const { map, scroller } = await layOutScrolling()
    const far = lantern.blocks.filter(({ start }) => start > 0 && start < placeOf(lantern, 'Night 11').start)
    const distances = far.map(({ start }) => {
      scrollToOffset(scroller, map, start)
      const top = map.toRange(start, start + 1)?.getBoundingClientRect().top ?? 0
      return Math.round(top - scroller.getBoundingClientRect().top)
    })
    expect(far.length).toBeGreaterThan(15)
    expect(distances).toEqual(far.map(() => 12))
  })

  it('goes to the top for a place that is not there', async () => {
    const { scroller } = await layOutScrolling()
    scroller.scrollTo({ top: 500 })
    scrollToOffset(scroller, { toRange: () => null, toOffset: () => null, rows: [] }, 10)
    expect(scroller.scrollTop).toBe(0)
  })
})

describe('scrollIntoView', () => {
  it('brings a place a third down the window, and leaves one that is in view where it is', async () => {
    const { root, scroller } = await layOutScrolling()
    const range = findWords(root, 'Night 7 of the first winter')
    scrollIntoView(scroller, range)
    const distance = range.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    expect(distance).toBeCloseTo(100, -1)
    const before = scroller.scrollTop
    scrollIntoView(scroller, findWords(root, 'Night 7'))
    expect(scroller.scrollTop).toBe(before)
  })
})

describe('a pane', () => {
  it('comes back at the words where it was left', async () => {
    const { start } = placeOf(lantern, night)
    await open(start)
    await expect.poll(() => driftOf(night)).toBeLessThan(20)
  })

  it('notes where it was left', async () => {
    const { program } = await open()
    findWords(articleIn(1).element(), night).startContainer.parentElement?.scrollIntoView()
    const { start } = placeOf(lantern, night)
    await expect
      .poll(() => Math.abs((program.storedWorkspace()?.panes[0]?.topOffset ?? 0) - start), { timeout: 2000 })
      .toBeLessThan(80)
  })

  it('stays at its words when the letters change their size', async () => {
    const { state } = await open(placeOf(lantern, night).start)
    await expect.poll(() => driftOf(night)).toBeLessThan(20)
    await state.settings.change({ textSize: 30 })
    await expect.poll(() => getComputedStyle(articleIn(1).element()).fontSize).toBe('30px')
    await expect.poll(() => driftOf(night)).toBeLessThan(20)
    await state.settings.change({ textSize: 12 })
    await expect.poll(() => driftOf(night)).toBeLessThan(20)
  })

  it('stays at words that were scrolled to a moment ago when the letters change their size', async () => {
    const { state } = await open()
    findWords(articleIn(1).element(), night).startContainer.parentElement?.scrollIntoView()
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    await state.settings.change({ textSize: 30 })
    await expect.poll(() => getComputedStyle(articleIn(1).element()).fontSize).toBe('30px')
    await expect.poll(() => driftOf(night)).toBeLessThan(40)
  })

  it('stays at its words when its width changes', async () => {
    onTestFinished(() => page.viewport(1280, 800))
    await open(placeOf(lantern, night).start)
    await expect.poll(() => driftOf(night)).toBeLessThan(20)
    const before = pane(1).element().clientWidth
    await page.viewport(1000, 800)
    await expect.poll(() => pane(1).element().clientWidth).not.toBe(before)
    await expect.poll(() => driftOf(night)).toBeLessThan(20)
  })

  it('comes back at its words, not at an earlier hit, when a replacement is undone', async () => {
    const { state } = await open()
    const topOffset = (): number => state.workspace.store.getState().panes[0]?.topOffset ?? 0
    state.workspace.open(lantern.id, placeOf(lantern, 'So ends the account'))
    await expect.poll(topOffset).toBeGreaterThan(2000)
    findWords(articleIn(1).element(), night).startContainer.parentElement?.scrollIntoView()
    await expect.poll(topOffset).toBeLessThan(2000)
    const undo = state.workspace.openBeside('harbour-master', null, 1)
    await expect.element(articleIn(1)).toHaveAccessibleName('Notes of the harbour master')
    undo?.()
    await expect.element(articleIn(1)).toHaveAccessibleName(lantern.title)
    await expect.poll(() => driftOf(night)).toBeLessThan(60)
  })
})
