// The desk of the annotation store's tests: the page's real stores over a fake program, the lantern treaty open.
import { expect } from 'vitest'
import type { HighlightColour } from '../../../electron/contract/annotation.ts'
import type { AnnotationEntry } from '../../../renderer/state/annotation-entry.ts'
import type { AnnotationStore } from '../../../renderer/state/annotation-store.ts'
import type { PageState } from '../../../renderer/state/page-state.ts'
import { createPageState } from '../../../renderer/state/page-state.ts'
import type { FakeProgram, FakeProgramOptions } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'
import { lantern, placeOf } from '../made-up-library.ts'

/** The store with all that it touches. */
export interface AnnotationDesk {
  program: FakeProgram
  state: PageState
  annotations: AnnotationStore
  /** Highlights words of the lantern treaty; answers the highlight's id. */
  mark: (words: string, colour?: HighlightColour) => string
  /** Highlights words and waits until that is on disk. */
  markAndSave: (words: string, note?: string) => Promise<string>
  /** The page's entry; `undefined` where there is none. */
  entry: (id: string) => AnnotationEntry | undefined
  /** Colour, note and state of each highlight on the page, in the page's order. */
  shown: () => Pick<AnnotationEntry, 'quote' | 'colour' | 'note' | 'save'>[]
  /** What is on disk and not deleted, in text order, as `quote: note`. */
  stored: () => string[]
  /** Waits until everything on the page is on disk. */
  allSaved: () => Promise<void>
  /** Another page changes a highlight from the revision that is on disk. */
  changeElsewhere: (id: string, change: { note?: string; colour?: HighlightColour }) => Promise<void>
  /** Another page deletes a highlight. */
  deleteElsewhere: (id: string) => Promise<void>
}

/** Opens the desk, with the article's annotations read. */
export async function openDesk(options: FakeProgramOptions = {}): Promise<AnnotationDesk> {
  const program = createFakeProgram(options)
  const state = createPageState(program.transport)
  const { annotations } = state
  await state.start()
  await annotations.load(lantern.id)
  const articleId = lantern.id

  const entries = (): readonly AnnotationEntry[] => annotations.store.getState().byArticle[articleId] ?? []
  const entry = (id: string): AnnotationEntry | undefined =>
    entries().find((candidate) => candidate.id === id)

  function mark(words: string, colour: HighlightColour = 'yellow'): string {
    const { contentHash } = lantern
    return annotations.create({ articleId, contentHash, ...placeOf(lantern, words), quote: words, colour })
  }

  function onDisk(id: string) {
    const found = program.storedAnnotations(articleId).find((annotation) => annotation.id === id)
    if (!found) throw new Error(`${id} is not on disk`)
    return found
  }

  return {
    program,
    state,
    annotations,
    mark,
    async markAndSave(words, note = '') {
      const id = mark(words)
      annotations.writeNote(id, note)
      // The highlight, and then the note that was written meanwhile.
      await annotations.save(id)
      await annotations.save(id)
      expect(entry(id)).toMatchObject({ note, save: { kind: 'saved' } })
      return id
    },
    entry,
    shown: () => entries().map(({ quote, colour, note, save }) => ({ quote, colour, note, save })),
    stored: () =>
      program
        .storedAnnotations(articleId)
        .filter(({ deletedAt }) => deletedAt === null)
        .toSorted((left, right) => (left.anchor?.start ?? 0) - (right.anchor?.start ?? 0))
        .map(({ anchor, note }) => `${anchor?.exact ?? ''}: ${note}`),
    allSaved: () => expect.poll(() => annotations.unsaved(), { interval: 5 }).toEqual([]),
    async changeElsewhere(id, change) {
      const { revision, anchor, colour, note } = onDisk(id)
      const { contentHash, start, end } = anchor ?? { contentHash: null, start: 0, end: 0 }
      const draft = { id, articleId, revision, contentHash, start, end, colour, note }
      await program.otherPage.saveAnnotation({ ...draft, ...change })
    },
    async deleteElsewhere(id) {
      await program.otherPage.deleteAnnotation({ id, articleId, revision: onDisk(id).revision })
    },
  }
}
