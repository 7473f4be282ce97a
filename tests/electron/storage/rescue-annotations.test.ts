// Annotations out of a damaged file, and together with those of a backup.
import { describe, expect, it } from 'vitest'
import { createAnnotationRescue } from '../../../electron/storage/rescue-annotations.ts'
import { sampleAnnotation } from './sample-annotation.ts'

const rescue = createAnnotationRescue(({ articleId }) => articleId === 'treaty')
const [one, two, three] = [sampleAnnotation(1), sampleAnnotation(2), sampleAnnotation(3)]

describe('salvage', () => {
  it('finds valid records of the own article only', () => {
    const records = [one, sampleAnnotation(2, 'summit'), { ...two, colour: 'beige' }, three]
    expect(rescue.salvage(JSON.stringify(records).slice(0, -1))).toEqual([one, three])
  })

  it('takes the highest revision of a record that stands there twice', () => {
    const changed = { ...one, note: 'changed', revision: 2 }
    expect(rescue.salvage(JSON.stringify([one, changed, one]))).toEqual([changed])
  })

  it('says when there is nothing', () => {
    expect(rescue.salvage('{"format":1,"annotations":[]')).toBeNull()
  })
})

describe('join', () => {
  it('adds what only the second has, behind the others', () => {
    expect(rescue.join([three, one], [one, two])).toEqual([three, one, two])
  })

  it('takes the higher revision, and the first where they are the same', () => {
    const newer = { ...one, note: 'newer', revision: 2 }
    const other = { ...one, note: 'other' }
    expect(rescue.join([one], [newer])).toEqual([newer])
    expect(rescue.join([newer], [one])).toEqual([newer])
    expect(rescue.join([one], [other])).toEqual([one])
  })

  it('answers the first itself where nothing is added', () => {
    const first = [one, two]
    expect(rescue.join(first, [two])).toBe(first)
    expect(rescue.join(first, [])).toBe(first)
  })
})
