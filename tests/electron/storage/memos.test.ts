// Memos have a file of their own beside the folder of articles' annotations.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { noArticleId } from '../../../electron/contract/limits.ts'
import { openRealStores } from './open-real-stores.ts'
import { sampleAnnotation } from './sample-annotation.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const memo: Annotation = { ...sampleAnnotation(1, noArticleId), anchor: null, colour: null, tags: ['spring'] }

/** A folder in which a memo and a highlight were kept. */
function filledFolder(): string {
  const folder = makeTemporaryFolder()
  const stores = openRealStores(folder)
  stores.annotations(noArticleId).replace([memo])
  stores.annotations('treaty').replace([sampleAnnotation(2)])
  stores.close()
  return folder
}

describe('memos', () => {
  it('lie in memos.json and are found again', () => {
    const folder = filledFolder()
    expect(JSON.parse(readFileSync(join(folder, 'memos.json'), 'utf8'))).toEqual({
      format: 1,
      annotations: [memo],
    })
    const stores = openRealStores(folder)
    expect(stores.annotatedArticles()).toEqual(['treaty', noArticleId])
    expect(stores.annotations(noArticleId).read()).toEqual([memo])
    stores.close()
  })

  it('come back where their file has gone or is cut off', () => {
    const folder = filledFolder()
    const path = join(folder, 'memos.json')
    const whole = readFileSync(path, 'utf8')
    rmSync(path)
    const afterLoss = openRealStores(folder)
    expect(afterLoss.annotations(noArticleId).read()).toEqual([memo])
    afterLoss.close()
    writeFileSync(path, whole.slice(0, -2))
    const afterDamage = openRealStores(folder)
    expect(afterDamage.annotations(noArticleId).read()).toEqual([memo])
    afterDamage.close()
  })

  it('leave no trace where none was ever written', () => {
    const folder = makeTemporaryFolder()
    const stores = openRealStores(folder)
    expect(stores.annotatedArticles()).toEqual([])
    stores.close()
    expect(() => readFileSync(join(folder, 'memos.json'))).toThrow(/ENOENT/)
  })
})
