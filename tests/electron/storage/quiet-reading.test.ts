// The annotations of a data folder: read when they are asked for, and the rest on the quiet.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import { describe, expect, it, onTestFinished } from 'vitest'
import { settingsSchema } from '../../../electron/contract/settings.ts'
import type { StorageNotice } from '../../../electron/contract/status.ts'
import { readingTimes } from '../../../electron/storage/annotation-stores.ts'
import { openStores } from '../../../electron/storage/open-stores.ts'
import { createManualTiming } from './manual-timing.ts'
import { openRealStores, testTime } from './open-real-stores.ts'
import { sampleAnnotation } from './sample-annotation.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

/** A folder in which the annotations of three articles are damaged. */
function damagedFolder(): string {
  const folder = makeTemporaryFolder()
  mkdirSync(join(folder, 'annotations'))
  for (const name of ['arms', 'border', 'treaty'])
    writeFileSync(join(folder, 'annotations', `${name}.json`), '{"')
  return folder
}

/** Opens a folder, and takes down the store of every notice. */
function openTold(folder: string) {
  const timing = createManualTiming()
  const told: StorageNotice[] = []
  const stores = openStores({
    folder,
    StoreClass: Conf,
    shell: 'loopback',
    // Each store that is opened fails to be read, and says when: that takes a whole slice.
    clock() {
      timing.spend(readingTimes.slice)
      return testTime
    },
    onNotice: (notice) => told.push(notice),
    timing,
  })
  onTestFinished(() => stores.close())
  return { stores, timing, told: () => told.map(({ store }) => store) }
}

describe('the annotations of a folder', () => {
  it('are read when they are asked for, not while the folder is opened', () => {
    const { stores, told } = openTold(damagedFolder())
    expect(told()).toEqual([])
    expect(stores.annotations('treaty').read()).toEqual([])
    expect(told()).toEqual(['annotations/treaty'])
    stores.annotations('treaty').read()
    expect(told()).toEqual(['annotations/treaty'])
  })

  it('are all read a little later, with pauses in between', async () => {
    const { stores, timing, told } = openTold(damagedFolder())
    const whole = stores.openRest()
    expect(told()).toHaveLength(1)
    timing.pass(readingTimes.betweenSlices - 1)
    await Promise.resolve()
    expect(told()).toHaveLength(1)
    for (const _ of ['second', 'third']) {
      timing.pass(readingTimes.betweenSlices)
      await Promise.resolve()
    }
    await whole
    expect(told().toSorted()).toEqual(['annotations/arms', 'annotations/border', 'annotations/treaty'])
    expect(stores.notices()).toHaveLength(3)
  })

  it('are read at once by whoever needs all of them', () => {
    const folder = damagedFolder()
    const first = openRealStores(folder)
    first.annotations('treaty').replace([sampleAnnotation(1)])
    first.close()
    expect(openTold(folder).stores.annotatedArticles()).toEqual(['treaty'])
  })

  it('are read in the order that is wished for, and counted until then', async () => {
    const { stores, timing, told } = openTold(damagedFolder())
    expect(stores.unopened()).toBe(3)
    const whole = stores.openRest(['treaty', 'nowhere'])
    expect(told()).toEqual(['annotations/treaty'])
    expect(stores.unopened()).toBe(2)
    for (let slice = 0; slice < 2; slice += 1) {
      timing.pass(readingTimes.betweenSlices)
      await Promise.resolve()
    }
    await whole
    expect(stores.unopened()).toBe(0)
  })

  it('are not looked for in what has another ending', () => {
    const folder = damagedFolder()
    writeFileSync(join(folder, 'annotations', 'summit'), 'junk')
    expect(openTold(folder).stores.unopened()).toBe(3)
  })

  it('are read without pauses once somebody waits for them', async () => {
    const { stores, timing } = openTold(damagedFolder())
    stores.hurry()
    const whole = stores.openRest()
    for (let slice = 0; slice < 2; slice += 1) {
      timing.pass(0)
      await Promise.resolve()
    }
    await whole
    expect(stores.unopened()).toBe(0)
  })

  it('wait after a write, which others are likely to follow', async () => {
    const { stores, timing, told } = openTold(damagedFolder())
    const whole = stores.openRest()
    stores.settings.replace(settingsSchema.parse({ theme: 'dark' }))
    timing.pass(readingTimes.afterWrite - 1)
    await Promise.resolve()
    expect(told()).toHaveLength(1)
    timing.pass(1)
    await Promise.resolve()
    expect(told()).toHaveLength(2)
    stores.settings.replace(settingsSchema.parse({}))
    timing.pass(readingTimes.betweenSlices)
    stores.hurry()
    await whole
    expect(told()).toHaveLength(3)
  })

  it('are told as far as they have been read to whoever does not wait', () => {
    const folder = damagedFolder()
    const first = openRealStores(folder)
    first.annotations('treaty').replace([sampleAnnotation(1)])
    first.annotations('arms').replace([sampleAnnotation(2, 'arms')])
    first.close()
    const { stores, told } = openTold(folder)
    stores.annotations('treaty')
    expect(stores.annotatedSoFar()).toEqual(['treaty'])
    expect(told()).toEqual([])
    expect(stores.annotatedArticles()).toEqual(['arms', 'treaty'])
  })

  it('are left alone once the folder is closed', async () => {
    const { stores, timing, told } = openTold(damagedFolder())
    const whole = stores.openRest()
    stores.close()
    timing.pass(readingTimes.betweenSlices)
    await whole
    expect(told()).toHaveLength(1)
  })
})
