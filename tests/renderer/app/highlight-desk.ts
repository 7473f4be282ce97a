// What the tests of highlights share: a page with some made before, and a reader who makes more.
import { expect } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Locator } from 'vitest/browser'
import type { Annotation, AnnotationDraft, HighlightColour } from '../../../electron/contract/annotation.ts'
import type { PageState } from '../../../renderer/state/page-state.ts'
import type { FakeProgram } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'
import { lantern, placeOf } from '../made-up-library.ts'
import { articleIn, cards, openPage, toolbar } from '../open-page.tsx'
import { selectWords } from '../reader-hands.ts'

/** An open page. */
export interface HighlightDesk {
  program: FakeProgram
  state: PageState
  /** The annotations of the lantern treaty on disk, deleted ones among them. */
  stored: () => Annotation[]
}

function draftOf(words: string, colour: HighlightColour): AnnotationDraft {
  const { id: articleId, contentHash } = lantern
  const id = crypto.randomUUID()
  return { id, articleId, contentHash, revision: 0, ...placeOf(lantern, words), colour, note: '' }
}

/** The page with these articles open, and these words of the lantern treaty highlighted in these colours before. */
export async function openDesk(
  made: Partial<Record<string, HighlightColour>> = {},
  articleIds = [lantern.id],
): Promise<HighlightDesk> {
  const panes = articleIds.map((articleId) => ({ articleId }))
  const program = createFakeProgram({ workspace: { panes } })
  for (const [words, colour = 'yellow'] of Object.entries(made)) {
    // In their order, which is that of their ages.
    await program.otherPage.saveAnnotation(draftOf(words, colour))
  }
  const state = await openPage(program)
  await expect.poll(() => cards().length).toBe(Object.keys(made).length)
  await expect.element(articleIn(articleIds.length)).toBeVisible()
  return { program, state, stored: () => program.storedAnnotations(lantern.id) }
}

/** A colour in the toolbar of a selection. */
export const colour = (name: string): Locator => toolbar().getByRole('button', { name })

/** Highlights words with the mouse, to the end of `to` where that is given. */
export async function highlight(words: string, name = 'Yellow', to = words): Promise<void> {
  await selectWords(articleIn(1), words, to)
  await userEvent.click(colour(name))
  await expect.element(toolbar()).not.toBeInTheDocument()
}

/** The quotes of the notebook's cards, in its order. */
export const quotes = (): (string | null)[] =>
  cards()
    .elements()
    .map((card) => card.querySelector('button')?.textContent ?? null)
