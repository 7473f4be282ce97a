// What every implementation of the Stores port must do: run against the real one and against the fake of the services' tests.
import { describe, expect, it } from 'vitest'
import type { BookwheelError } from '../../../electron/contract/errors.ts'
import { Failure } from '../../../electron/contract/errors.ts'
import { settingsSchema, workspaceSchema } from '../../../electron/contract/settings.ts'
import type { ReadOnlyReason } from '../../../electron/contract/status.ts'
import type { Stores } from '../../../electron/services/ports.ts'
import { sampleAnnotation } from './sample-annotation.ts'

/** Stores under test. */
export interface StoresUnderTest {
  stores: Stores
  /** Makes the next write of the settings fail as on a full disk. */
  fillDiskForOneWrite: () => void
}

/** How to open fresh stores of one implementation. */
export interface StoresOpener {
  open: () => StoresUnderTest
  /** Stores that may only be read, for exactly this reason. */
  openReadOnly: () => { stores: Stores; reason: ReadOnlyReason }
}

/** What a failing call answers to the page. */
export function failureOf(act: () => unknown): BookwheelError {
  try {
    act()
  } catch (cause) {
    if (cause instanceof Failure) return cause.error
    throw cause
  }
  throw new Error('The call did not fail.')
}

/** Declares the suite for one implementation. */
export function describeStores(implementation: string, { open, openReadOnly }: StoresOpener): void {
  describe(`stores: ${implementation}`, () => {
    it('begins with the defaults and nothing else', () => {
      const { stores } = open()
      expect({
        settings: stores.settings.read(),
        workspace: stores.workspace.read(),
        catalogue: stores.catalogue.read(),
        annotations: stores.annotations('treaty').read(),
        readOnly: stores.readOnly,
        notices: stores.notices(),
      }).toEqual({
        settings: settingsSchema.parse({}),
        workspace: null,
        catalogue: { removedCollections: [] },
        annotations: [],
        readOnly: null,
        notices: [],
      })
    })

    it('answers what was stored last', () => {
      const { stores } = open()
      const settings = settingsSchema.parse({ theme: 'sepia', dismissedHints: ['search'] })
      const workspace = workspaceSchema.parse({ panes: [{ articleId: 'treaty' }], query: 'arms' })
      stores.settings.replace(settingsSchema.parse({ theme: 'dark' }))
      stores.settings.replace(settings)
      stores.workspace.replace(workspace)
      stores.catalogue.replace({ removedCollections: ['bundled'] })
      stores.annotations('treaty').replace([sampleAnnotation(1), sampleAnnotation(2)])
      expect(stores.settings.read()).toEqual(settings)
      expect(stores.workspace.read()).toEqual(workspace)
      expect(stores.catalogue.read()).toEqual({ removedCollections: ['bundled'] })
      expect(stores.annotations('treaty').read()).toEqual([sampleAnnotation(1), sampleAnnotation(2)])
    })

    it('lets a saved workspace be forgotten', () => {
      const { stores } = open()
      stores.workspace.replace(workspaceSchema.parse({}))
      stores.workspace.replace(null)
      expect(stores.workspace.read()).toBeNull()
    })

    it('keeps one store per article and answers the same one at every call', () => {
      const { stores } = open()
      stores.annotations('treaty').replace([sampleAnnotation(1)])
      expect(stores.annotations('summit').read()).toEqual([])
      expect(stores.annotations('treaty')).toBe(stores.annotations('treaty'))
    })

    it('changes by a write alone: neither through what was read nor through what was handed over', () => {
      const { stores } = open()
      const handedOver = [sampleAnnotation(1)]
      const store = stores.annotations('treaty')
      store.replace(handedOver)
      handedOver.push(sampleAnnotation(2))
      expect(() => store.read().push(sampleAnnotation(3))).toThrow(TypeError)
      expect(() => Object.assign(store.read()[0] ?? {}, { note: 'changed' })).toThrow(TypeError)
      expect(store.read()).toEqual([sampleAnnotation(1)])
    })

    it('refuses a value that could not be read back, and keeps what it has', () => {
      const { stores } = open()
      const store = stores.annotations('treaty')
      store.replace([sampleAnnotation(1)])
      expect(() => store.replace([{ ...sampleAnnotation(1), revision: Number.NaN }])).toThrow('revision')
      expect(() => store.replace([sampleAnnotation(1, 'summit')])).toThrow('annotations of treaty')
      expect(store.read()).toEqual([sampleAnnotation(1)])
    })

    it.each(['../settings', 'con', '', 'Treaty', 'a'.repeat(65)])('knows no article %j', (articleId) => {
      const { stores } = open()
      expect(failureOf(() => stores.annotations(articleId))).toEqual({ code: 'article-not-found', articleId })
    })

    it('keeps the old value where a write fails, and takes the next one', () => {
      const { stores, fillDiskForOneWrite } = open()
      const before = settingsSchema.parse({ theme: 'sepia' })
      const after = settingsSchema.parse({ theme: 'dark' })
      stores.settings.replace(before)
      fillDiskForOneWrite()
      expect(failureOf(() => stores.settings.replace(after))).toEqual({
        code: 'disk-full',
        store: 'settings',
      })
      expect(stores.settings.read()).toEqual(before)
      stores.settings.replace(after)
      expect(stores.settings.read()).toEqual(after)
    })

    it('refuses every write where it may only read, and says why', () => {
      const { stores, reason } = openReadOnly()
      const refusal = { code: 'read-only', reason }
      expect(stores.readOnly).toEqual(reason)
      expect(failureOf(() => stores.settings.replace(settingsSchema.parse({})))).toEqual(refusal)
      expect(failureOf(() => stores.workspace.replace(null))).toEqual(refusal)
      expect(failureOf(() => stores.catalogue.replace({ removedCollections: [] }))).toEqual(refusal)
      expect(failureOf(() => stores.annotations('treaty').replace([]))).toEqual(refusal)
    })
  })
}
