// What an anchor keeps of the text around a highlight.
import { describe, expect, it } from 'vitest'
import { anchorSchema } from '../../../../electron/contract/annotation.ts'
import { buildAnchor, contextLength } from '../../../../electron/services/annotations/build-anchor.ts'

const contentHash = 'a'.repeat(64)

describe('buildAnchor', () => {
  it('quotes the words and what stands around them', () => {
    expect(buildAnchor('one two three', contentHash, { start: 4, end: 7 })).toEqual({
      contentHash,
      start: 4,
      end: 7,
      exact: 'two',
      prefix: 'one ',
      suffix: ' three',
    })
  })

  it('keeps at most 64 units on each side', () => {
    const text = `${'p'.repeat(100)}word${'s'.repeat(100)}`
    const anchor = buildAnchor(text, contentHash, { start: 100, end: 104 })
    expect(anchor.prefix).toBe('p'.repeat(contextLength))
    expect(anchor.suffix).toBe('s'.repeat(contextLength))
    expect(contextLength).toBe(64)
  })

  it('shortens the context rather than cut a surrogate pair', () => {
    const text = `🗺${'p'.repeat(63)}word${'s'.repeat(63)}🗺`
    const anchor = buildAnchor(text, contentHash, { start: 65, end: 69 })
    expect(anchor.prefix).toBe('p'.repeat(63))
    expect(anchor.suffix).toBe('s'.repeat(63))
  })

  it('keeps a pair that fits the context whole', () => {
    const text = `🗺${'p'.repeat(62)}word${'s'.repeat(62)}🗺`
    const anchor = buildAnchor(text, contentHash, { start: 64, end: 68 })
    expect(anchor.prefix).toBe(`🗺${'p'.repeat(62)}`)
    expect(anchor.suffix).toBe(`${'s'.repeat(62)}🗺`)
  })

  it('has no context at the ends of the text', () => {
    const anchor = buildAnchor('all of it', contentHash, { start: 0, end: 9 })
    expect(anchor).toMatchObject({ exact: 'all of it', prefix: '', suffix: '' })
  })

  it('makes anchors that the stored form accepts', () => {
    const text = '🗺'.repeat(200)
    const anchor = buildAnchor(text, contentHash, { start: 150, end: 250 })
    expect(anchorSchema.parse(anchor)).toEqual(anchor)
  })
})
