// The notebook with more cards than are drawn at once.
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createFakeProgram } from '../fake-program.ts'
import { lantern } from '../made-up-library.ts'
import { cards, notebook, openPage } from '../open-page.tsx'

const count = () => notebook().getByRole('status')

/** Opens the notebook of everything on so many notes, every third of which takes several lines. */
async function openLong(total: number) {
  const program = createFakeProgram({ workspace: { panes: [{ articleId: lantern.id }] } })
  const { id: articleId, contentHash } = lantern
  for (let number = 0; number < total; number += 1) {
    const place = { articleId, contentHash, start: 1500 + number, end: 1505 + number }
    const note = `note ${number}${number % 3 === 0 ? ', which goes on for a while'.repeat(4) : ''}`
    await program.otherPage.saveAnnotation({
      id: crypto.randomUUID(),
      revision: 0,
      ...place,
      colour: 'green',
      note,
    })
  }
  await openPage(program)
  await userEvent.click(notebook().getByText('Everything', { exact: true }))
  await expect.element(count()).toHaveTextContent(`${total.toLocaleString('en')} highlights`)
  await expect.poll(() => cards().first().element()).toHaveAttribute('aria-setsize', `${total}`)
  const scroller = notebook().element().querySelector('.notebook-scroll')
  if (!scroller) throw new Error('the notebook does not scroll')
  return { program, scroller }
}

const twoFrames = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve))
  })

describe('a long notebook', () => {
  // So many notes are made one by one, which takes a busy machine a while.
  it('draws only what is in view, and reads it as it comes', { timeout: 30_000 }, async () => {
    const { program, scroller } = await openLong(1200)
    expect(cards().length).toBeLessThan(60)
    await userEvent.click(cards().first().getByRole('button').first())
    await userEvent.keyboard('{End}')
    await expect.element(notebook().getByText('note 1199')).toBeVisible()
    await expect.poll(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset')).toBe('1200')
    expect(cards().length).toBeLessThan(60)
    expect(program.inputsOf('listNotebook').length).toBeLessThan(12)
    // The card that stands open is drawn anew as it comes near the view, and does not draw the list to itself.
    scroller.scrollTo({ top: 400 })
    const openedFirst = () => scroller.querySelector('[data-index="0"] [data-selected="true"]')
    await expect.poll(openedFirst).not.toBeNull()
    expect(scroller.scrollTop).toBe(400)
  })

  it('moves by just what it is scrolled, also up to cards whose height was not known', async () => {
    const { scroller } = await openLong(260)
    scroller.scrollTo({ top: 16_000 })
    await expect.poll(() => scroller.querySelectorAll('.card').length).toBeGreaterThan(8)
    await expect.poll(() => scroller.querySelector('.card-waiting')).toBeNull()
    await twoFrames()
    const moves: number[] = []
    for (let step = 0; step < 20; step += 1) {
      const { top } = scroller.getBoundingClientRect()
      const row = [...scroller.querySelectorAll('li')].find(
        (each) => each.getBoundingClientRect().top > top + 150,
      )
      const before = row?.getBoundingClientRect().top ?? Number.NaN
      scroller.scrollBy({ top: -60 })
      await twoFrames()
      moves.push((row?.getBoundingClientRect().top ?? Number.NaN) - before)
    }
    expect(moves.filter((move) => Math.abs(move - 60) > 2)).toEqual([])
  })
})
