// Waiting for the calls that are under way.
import { describe, expect, it } from 'vitest'
import type { Result } from '../../../electron/contract/errors.ts'
import { trackCalls } from '../../../electron/shells/track-calls.ts'

interface Open {
  operation: string
  end: () => void
}

function createTracked() {
  const open: Open[] = []
  const tracked = trackCalls(
    (operation) =>
      new Promise<Result<unknown>>((resolve) => {
        open.push({ operation, end: () => resolve({ ok: true, value: operation }) })
      }),
  )
  return { open, ...tracked }
}

describe('trackCalls', () => {
  it('hands on what the dispatcher answers', async () => {
    const { open, dispatch } = createTracked()
    const answer = dispatch('search', {})
    open[0]?.end()
    expect(await answer).toEqual({ ok: true, value: 'search' })
  })

  it('has settled where nothing was ever called', async () => {
    await expect(createTracked().settled()).resolves.toBeUndefined()
  })

  it('settles only when all have ended, those that began meanwhile included', async () => {
    const { open, dispatch, ...tracked } = createTracked()
    const events: string[] = []
    void dispatch('first', {}).then(() => events.push('first'))
    const whenSettled = tracked.settled().then(() => events.push('settled'))
    void dispatch('second', {}).then(() => events.push('second'))
    open[0]?.end()
    await new Promise((resolve) => setImmediate(resolve))
    expect(events).toEqual(['first'])
    open[1]?.end()
    await whenSettled
    expect(events).toEqual(['first', 'second', 'settled'])
  })
})
