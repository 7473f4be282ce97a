import { expect, it } from 'vitest'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { createAnnotationStores, readingTimes } from '../../../electron/storage/annotation-stores.ts'
import { nodeTiming } from '../../../electron/storage/timing.ts'
import { createManualTiming } from './manual-timing.ts'

it('opens in each slice as many as there is time for', async () => {
  const timing = createManualTiming()
  timing.spend(100 * readingTimes.slice)
  const nothing = { read: (): Annotation[] => [], replace: () => undefined }
  const openOne = () => {
    timing.spend(readingTimes.slice / 4)
    return nothing
  }
  const stores = createAnnotationStores(['a', 'b', 'c', 'd', 'e', 'f'], openOne, timing)
  const whole = stores.openRest()
  expect(stores.unopened()).toBe(2)
  timing.pass(readingTimes.betweenSlices)
  await whole
  expect(stores.unopened()).toBe(0)
})

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
