import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Annotation, CarriedOver } from '../../../electron/contract/annotation.ts'
import { createFakeProgram } from '../fake-program.ts'
import { lantern, placeOf } from '../made-up-library.ts'
import { articleIn, cards, openPage, toolbar } from '../open-page.tsx'
import { paintedText } from '../painted-text.ts'
import { selectWords } from '../reader-hands.ts'

const id = '0b9f3f0e-6f0b-4c3b-9a57-3a3c51f3a1d4'
const gone = 'f'.repeat(64)

const tray = () => page.getByRole('region', { name: /lost (its|their) place/ })

/** The page with one highlight, as the program would hold it after a new edition. */
async function open(change: Pick<Annotation, 'anchor'> & { carriedOver: CarriedOver }) {
  const program = createFakeProgram({ workspace: { panes: [{ articleId: lantern.id }] } })
  const { contentHash } = lantern
  const place = placeOf(lantern, 'four pages')
  const draft = { id, articleId: lantern.id, contentHash, ...place, colour: 'yellow' as const }
  const made = await program.otherPage.saveAnnotation({ ...draft, revision: 0, note: 'Why four?' })
  program.setStored({ ...made, ...change })
  await openPage(program)
  await expect.element(articleIn(1)).toBeVisible()
  return { program, stored: () => program.storedAnnotations(lantern.id)[0] }
}

const lostAnchor = {
  contentHash: gone,
  start: 10,
  end: 22,
  exact: 'fifteen pages',
  prefix: 'The older treaty had ',
  suffix: ' and no seal.',
}
const lost = {
  anchor: lostAnchor,
  carriedOver: { kind: 'unanchored', missingIn: lantern.contentHash },
} as const

describe('a highlight that lost its place', () => {
  it('lies in a tray with its note and what stood beside it, and is not painted', async () => {
    await open(lost)
    await expect.element(tray()).toHaveTextContent('1 highlight lost its place')
    await expect.element(tray()).toHaveTextContent(/Nothing is deleted/)
    await expect.element(tray()).toHaveTextContent('fifteen pages')
    await expect.element(tray()).toHaveTextContent('Why four?')
    await expect.element(tray()).toHaveTextContent('between “…The older treaty had ” and “ and no seal.…”')
    expect(paintedText('yellow')).toEqual([])
  })

  it('is hung at selected words with one press, and leaves the tray', async () => {
    const { stored } = await open(lost)
    await expect.element(tray()).toBeVisible()
    await selectWords(articleIn(1), 'four pages')
    await userEvent.click(toolbar().getByRole('button', { name: 'Attach “fifteen pages”' }))
    await expect.poll(() => tray().query()).toBeNull()
    await expect.poll(() => paintedText('yellow')).toEqual(['four pages'])
    expect(stored()).toMatchObject({ note: 'Why four?', anchor: { exact: 'four pages' } })
    expect(stored()?.carriedOver).toBeUndefined()
    await expect.element(cards()).toBeVisible()
  })

  it('keeps its place in the tray where it cannot be hung, and says so', async () => {
    const { program } = await open(lost)
    await expect.element(tray()).toBeVisible()
    program.failNext('attachAnnotation', { code: 'disk-full', store: 'annotations/lantern-treaty' })
    await selectWords(articleIn(1), 'four pages')
    await userEvent.click(toolbar().getByRole('button', { name: /^Attach/ }))
    await expect.element(page.getByText('It could not be hung there; it stays where it was.')).toBeVisible()
    await expect.element(tray()).toBeVisible()
  })

  it('is offered nowhere else: without one the toolbar has no such button', async () => {
    const { program } = await open(lost)
    await program.otherPage.deleteAnnotation({ id, articleId: lantern.id, revision: 1 })
    await expect.poll(() => tray().query()).toBeNull()
    await selectWords(articleIn(1), 'four pages')
    expect(
      toolbar()
        .getByRole('button', { name: /^Attach/ })
        .query(),
    ).toBeNull()
  })
})

describe('a highlight that was moved', () => {
  it('says what its words were, until the reader says that the place is right', async () => {
    const { contentHash } = lantern
    const anchor = { ...lostAnchor, contentHash, ...placeOf(lantern, 'four pages'), exact: 'four pages' }
    const { stored } = await open({ anchor, carriedOver: { kind: 'moved', from: lostAnchor, score: 0.7 } })
    await expect.element(cards()).toHaveTextContent('the words were “fifteen pages”')
    expect(paintedText('yellow')).toEqual(['four pages'])
    await userEvent.click(cards().getByRole('button', { name: 'This is the place' }))
    await expect.poll(() => stored()?.carriedOver).toBeUndefined()
    await expect.element(cards()).not.toHaveTextContent('the words were')
  })
})
