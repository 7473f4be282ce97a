import { describe, expect, it } from 'vitest'
import { createAccessToken, createTokenGuard } from '../../../../electron/shells/loopback/access-token.ts'

describe('an access token', () => {
  it('holds 256 bits in letters that need no escaping in an address', () => {
    const token = createAccessToken()
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  })

  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 100 }, createAccessToken)).size).toBe(100)
  })
})

function tryTokens(judge: (header: string) => string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => judge(`Bearer wrong-${at}`))
}

describe('the token guard', () => {
  const right = 'Bearer right'

  it('tells right, wrong and missing apart', () => {
    const judge = createTokenGuard('right', () => 0)
    expect([judge(right), judge('Bearer wrong'), judge('right'), judge('')]).toEqual([
      'right',
      'wrong',
      'wrong',
      'wrong',
    ])
    expect(judge(undefined)).toBe('missing')
  })

  it('turns wrong tokens away for ten seconds after twenty of them, and the right one never', () => {
    let now = 1_000_000
    const judge = createTokenGuard('right', () => now)
    expect(tryTokens(judge, 20)).toEqual(Array(20).fill('wrong'))
    now += 9_999
    expect([judge('Bearer wrong'), judge(right), judge(undefined)]).toEqual([
      'too-many-wrong',
      'right',
      'missing',
    ])
    now += 1
    expect(tryTokens(judge, 21)).toEqual([...Array(20).fill('wrong'), 'too-many-wrong'])
  })

  it('does not count requests without a token, which guess nothing', () => {
    const judge = createTokenGuard('right', () => 0)
    for (let count = 0; count < 100; count += 1) judge(undefined)
    expect(judge('Bearer wrong')).toBe('wrong')
  })
})
