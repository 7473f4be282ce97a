import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { onAccessToken, takeAccessToken } from '../../../renderer/api/access-token.ts'

const address = location.href

afterEach(() => {
  history.replaceState(null, '', address)
  sessionStorage.clear()
})

describe('takeAccessToken', () => {
  it('takes the token out of the address and knows it after a reload', () => {
    history.replaceState(null, '', '#t=abc123')
    expect(takeAccessToken()).toBe('abc123')
    expect(location.href).not.toContain('abc123')
    expect(takeAccessToken()).toBe('abc123')
  })

  it('takes a newer token in place of the one it knew', () => {
    sessionStorage.clear()
    history.replaceState(null, '', '#t=older')
    takeAccessToken()
    history.replaceState(null, '', '#t=newer')
    expect(takeAccessToken()).toBe('newer')
  })

  it('answers nothing where there is none, whatever else the address says', () => {
    history.replaceState(null, '', '#desk')
    expect(takeAccessToken()).toBeNull()
  })
})

describe('onAccessToken', () => {
  it('tells of each other token in the address, keeps none, and leaves none in it', async () => {
    history.replaceState(null, '', '#t=older')
    takeAccessToken()
    const tokens: string[] = []
    onTestFinished(onAccessToken((token) => tokens.push(token)))
    for (const fragment of ['#desk', '#t=older', '#t=newer', '#desk', '#t=newer', '#t=newest']) {
      const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
      location.hash = fragment
      await changed
    }
    expect(tokens).toEqual(['newer', 'newer', 'newest'])
    expect(takeAccessToken()).toBe('older')
    expect(location.href).not.toContain('newest')
  })
})
