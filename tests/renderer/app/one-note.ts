// The page with one highlight in one article, and what a reader does with its note.
import { expect } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { PageState } from '../../../renderer/state/page-state.ts'
import type { FakeProgram, FakeProgramOptions } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'
import { lantern, placeOf } from '../made-up-library.ts'
import { cards, openPage } from '../open-page.tsx'

/** A desk with the article alone. */
export const workspace = { panes: [{ articleId: lantern.id }] }
/** The highlighted words. */
export const words = 'four pages'
/** The highlight's id. */
export const id = '0b9f3f0e-6f0b-4c3b-9a57-3a3c51f3a1d4'

/** The highlight as it is first saved, but for its note. */
export const draft = {
  id,
  articleId: lantern.id,
  contentHash: lantern.contentHash,
  ...placeOf(lantern, words),
  colour: 'yellow' as const,
}

/** The page with the highlight on {@link words}, made before; `note` is its note. */
export async function openNote(
  note = '',
  options: FakeProgramOptions = {},
): Promise<{
  program: FakeProgram
  state: PageState
  /** The note as it is on disk. */
  stored: () => string | undefined
}> {
  const program = createFakeProgram({ workspace, ...options })
  await program.otherPage.saveAnnotation({ ...draft, revision: 0, note })
  const state = await openPage(program)
  await expect.element(cards()).toBeVisible()
  return { program, state, stored: () => program.storedAnnotations(lantern.id)[0]?.note }
}

/** The card's words, which open it. */
export const quote = () => cards().getByRole('button', { name: words })
/** The field of its note. */
export const noteField = () => cards().getByRole('textbox', { name: 'Note' })
/** The line at the foot of the library, where it says this. */
export const status = (text: string) => page.getByRole('status').filter({ hasText: text })

/** Opens the card and types at the end of its note. */
export async function typeNote(text: string): Promise<void> {
  await userEvent.click(quote())
  await userEvent.click(noteField())
  await userEvent.keyboard(`{End}${text}`)
}

/** Types and has it saved at once. */
export async function writeNote(text: string): Promise<void> {
  await typeNote(`${text}{Control>}{Enter}{/Control}`)
}
