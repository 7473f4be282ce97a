import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Status } from '../../../electron/contract/status.ts'
import { takeAccessToken } from '../../../renderer/api/access-token.ts'
import { createHttpTransport } from '../../../renderer/api/http-transport.ts'
import { followRestart } from '../../../renderer/state/follow-restart.ts'
import { createStatusStore } from '../../../renderer/state/status-store.ts'
import { createClient } from '../../../renderer/api/client.ts'

const status: Status = {
  version: '1.2.3',
  shell: 'loopback',
  dataFolder: '/data',
  readOnly: null,
  notices: [],
  index: { ready: true, articleCount: 5 },
}
const address = location.href

afterEach(() => {
  vi.unstubAllGlobals()
  history.replaceState(null, '', address)
  sessionStorage.clear()
})

/** Follows from a page that knew `known`; answers what it has done. */
function follow(known: Status | null): string[] {
  const done: string[] = []
  const transport = createHttpTransport('of the last run')
  const store = createStatusStore(createClient(transport))
  store.store.setState({ status: known })
  const useToken = (token: string): void => void done.push(`goes on with ${token}`)
  onTestFinished(followRestart({ status: store }, { ...transport, useToken }, () => done.push('loaded anew')))
  return done
}

/** What the program at this address answers to whoever asks for its status. */
function answerStatus(answer: () => Response): { asked: () => number } {
  const fetched = vi.fn<typeof fetch>(async () => answer())
  vi.stubGlobal('fetch', fetched)
  return { asked: () => fetched.mock.calls.length }
}

const told = (changes: Partial<Status>) => () => Response.json({ ok: true, value: { ...status, ...changes } })

describe('the address of the next run, opened in the tab of the last', () => {
  it('has the page go on where it is the same program on the same data folder', async () => {
    answerStatus(told({ readOnly: { kind: 'not-writable' } }))
    const done = follow(status)
    location.hash = '#t=next'
    await expect.poll(() => done).toEqual(['goes on with next'])
    expect(takeAccessToken()).toBe('next')
  })

  it.each([{ dataFolder: '/elsewhere' }, { version: '1.3.0' }])(
    'loads the page anew where it has another %o',
    async (changes) => {
      answerStatus(told(changes))
      const done = follow(status)
      location.hash = '#t=next'
      await expect.poll(() => done).toEqual(['loaded anew'])
    },
  )

  it('loads a page anew that never started', async () => {
    const { asked } = answerStatus(told({}))
    const done = follow(null)
    location.hash = '#t=next'
    await expect.poll(() => done).toEqual(['loaded anew'])
    expect(asked()).toBe(0)
  })

  it('changes nothing where its token opens nothing', async () => {
    const { asked } = answerStatus(() => new Response('', { status: 401 }))
    sessionStorage.setItem('bookwheel-access-token', 'right')
    const done = follow(status)
    location.hash = '#t=wrong'
    await expect.poll(asked).toBe(1)
    // Until what the answer leads to would have been done.
    await new Promise((resolve) => setTimeout(resolve))
    expect(done).toEqual([])
    expect(takeAccessToken()).toBe('right')
  })
})
