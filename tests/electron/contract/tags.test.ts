import { describe, expect, it } from 'vitest'
import { tagLimits } from '../../../electron/contract/limits.ts'
import { cleanTag, foldTag, normaliseTags } from '../../../electron/contract/tags.ts'

describe('a tag', () => {
  it.each([
    ['  oil  price ', 'oil price'],
    ['#oil', 'oil'],
    ['oil, gas', 'oil gas'],
    [' # ', ''],
    ['x'.repeat(tagLimits.length + 9), 'x'.repeat(tagLimits.length)],
  ])('“%s” is kept as “%s”', (typed, kept) => {
    expect(cleanTag(typed)).toBe(kept)
  })

  it('is one with another spelling of its letters, and not with another word', () => {
    expect(foldTag('ENERGY')).toBe(foldTag('energy'))
    expect(foldTag('ＯＩＬ')).toBe(foldTag('oil'))
    expect(foldTag('Энергия')).toBe(foldTag('энергия'))
    expect(foldTag('oil')).not.toBe(foldTag('oils'))
  })
})

describe('normaliseTags', () => {
  it('keeps the first spelling of each, in their order, and no empty one', () => {
    expect(normaliseTags(['Oil', ' gas', '', 'OIL', 'gas '])).toEqual(['Oil', 'gas'])
  })

  it('keeps no more than an annotation holds', () => {
    const many = Array.from({ length: tagLimits.count + 5 }, (_, at) => `tag ${at}`)
    expect(normaliseTags(many)).toHaveLength(tagLimits.count)
  })
})
