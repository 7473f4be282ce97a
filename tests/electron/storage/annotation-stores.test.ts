import { expect, it } from 'vitest'
import { createAnnotationStores } from '../../../electron/storage/annotation-stores.ts'
import { nodeTiming } from '../../../electron/storage/timing.ts'

it('makes nobody wait for notes whose reading has failed: whoever asks for them meets the failure', async () => {
  const stores = createAnnotationStores(
    ['arms', 'treaty'],
    () => {
      throw new Error('a defect')
    },
    nodeTiming,
  )
  expect(stores.unopened()).toBe(2)
  expect(stores.annotatedSoFar()).toEqual([])
  await expect(stores.openRest()).rejects.toThrow('a defect')
  expect(stores.unopened()).toBe(0)
  expect(() => stores.annotatedSoFar()).toThrow('a defect')
})
