// One note that two windows write: both texts are shown, the reader chooses, and whoever is writing is left alone.
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { lantern } from '../made-up-library.ts'
import { cards, searchbox } from '../open-page.tsx'
import { draft, id, noteField, openNote, status, typeNote, writeNote } from './one-note.ts'

/** A conflict: "theirs" was written elsewhere while "mine" stands on the page. */
async function openConflict() {
  const desk = await openNote('before')
  desk.program.goAway()
  await writeNote(' and mine')
  await expect.element(cards().getByText('Not saved')).toBeVisible()
  await desk.program.otherPage.saveAnnotation({ ...draft, revision: 1, note: 'theirs' })
  desk.program.comeBack()
  await expect.element(cards().getByRole('group', { name: 'Two versions of this note' })).toBeVisible()
  return desk
}

describe('two versions of a note', () => {
  it('are both shown, and the line at the foot says that not everything is saved', async () => {
    await openConflict()
    await expect.element(cards()).toHaveTextContent(/Neither version is lost/)
    await expect.element(cards()).toHaveTextContent(/mine/)
    await expect.element(cards()).toHaveTextContent(/theirs/)
    await expect.element(cards().getByText('Changed elsewhere')).toBeVisible()
    await expect.element(status('Not everything is saved')).toBeVisible()
  })

  it.each([
    ['Keep mine', 'before and mine'],
    ['Take the other', 'theirs'],
    ['Keep both', 'theirs\n\nbefore and mine'],
  ])('end with “%s”', async (choice, note) => {
    const { stored } = await openConflict()
    await userEvent.click(cards().getByRole('button', { name: choice }))
    await expect.poll(stored).toBe(note)
    await expect.element(cards().getByText('Saved')).toBeVisible()
  })

  it('leaves whoever writes in the field, and no letter becomes a command', async () => {
    const { program, stored } = await openNote('before')
    await typeNote(' and')
    await program.otherPage.saveAnnotation({ ...draft, revision: 1, note: 'theirs' })
    await expect.element(cards().getByRole('group', { name: 'Two versions of this note' })).toBeVisible()
    await userEvent.keyboard(' mine, h n /')
    await expect.element(noteField()).toHaveFocus()
    await expect.element(noteField()).toHaveValue('before and mine, h n /')
    expect(searchbox().element()).toHaveProperty('value', '')
    await userEvent.click(cards().getByRole('button', { name: 'Keep mine' }))
    await expect.poll(stored).toBe('before and mine, h n /')
  })

  it('leave a tag that is being typed', async () => {
    const { program } = await openNote('before')
    program.goAway()
    await writeNote(' and mine')
    await userEvent.fill(cards().getByRole('combobox', { name: 'Add a tag' }), 'border')
    await program.otherPage.saveAnnotation({ ...draft, revision: 1, note: 'theirs' })
    program.comeBack()
    await userEvent.click(cards().getByRole('button', { name: 'Keep mine' }))
    await expect
      .poll(() => program.storedAnnotations(lantern.id))
      .toMatchObject([{ note: 'before and mine', tags: ['border'] }])
  })

  it('whose two texts are too long for one note ends with either, and says so', async () => {
    const { program, state, stored } = await openNote('before')
    program.goAway()
    state.annotations.writeNote(id, 'm'.repeat(60_000))
    await expect.element(cards().getByText('Not saved')).toBeVisible()
    await program.otherPage.saveAnnotation({ ...draft, revision: 1, note: 't'.repeat(40_000) })
    program.comeBack()
    await expect.element(cards()).toHaveTextContent(/longer than a note can be \(100,000 characters\)/)
    expect(cards().getByRole('button', { name: 'Keep both' }).query()).toBeNull()
    await userEvent.click(cards().getByRole('button', { name: 'Keep mine' }))
    await expect.poll(() => stored()?.length).toBe(60_000)
  })

  it('of which one is a deletion can end with either', async () => {
    const { program, stored } = await openNote('before')
    program.goAway()
    await writeNote('!')
    await expect.element(cards().getByText('Not saved')).toBeVisible()
    await program.otherPage.deleteAnnotation({ id, articleId: lantern.id, revision: 1 })
    program.comeBack()
    await expect.element(cards()).toHaveTextContent(/was deleted in another window/)
    expect(cards().getByRole('button', { name: 'Keep both' }).query()).toBeNull()
    await userEvent.click(cards().getByRole('button', { name: 'Keep mine' }))
    await expect.poll(stored).toContain('!')
    expect(program.storedAnnotations(lantern.id)[0]?.deletedAt).toBeNull()
  })
})

describe('a note that another window deletes while somebody writes in it', () => {
  it('takes its field away, and no letter becomes a command until one has rested', async () => {
    const { program } = await openNote('before')
    await typeNote(' and')
    await expect.element(cards().getByText('Saved')).toBeVisible()
    await program.otherPage.deleteAnnotation({ id, articleId: lantern.id, revision: 2 })
    await expect.poll(() => cards().query()).toBeNull()
    await userEvent.keyboard(' a/ {Backspace}')
    expect(searchbox().element()).not.toBe(document.activeElement)
    // The rest itself: a second without a key.
    await new Promise((resolve) => setTimeout(resolve, 1100))
    await userEvent.keyboard('/')
    await expect.element(searchbox()).toHaveFocus()
  })
})
