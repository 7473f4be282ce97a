// Whose messages are believed, and what becomes of them.
import { beforeEach, describe, expect, it } from 'vitest'
import type { SenderEvent } from '../../../../electron/shells/desktop/find-sender-problem.ts'
import { findSenderProblem } from '../../../../electron/shells/desktop/find-sender-problem.ts'
import { createCallHandler } from '../../../../electron/shells/desktop/ipc.ts'

interface Contents {
  isDestroyed(): boolean
}

const ours: Contents = { isDestroyed: () => false }
const stranger: Contents = { isDestroyed: () => false }
const isOurs = (contents: Contents): boolean => contents === ours

function frame(
  url: string,
  { parent = null, gone = false }: { parent?: object | null; gone?: boolean } = {},
) {
  return { url, parent, isDestroyed: () => gone }
}

const good: SenderEvent<Contents> = { sender: ours, senderFrame: frame('app://bookwheel/') }

describe('findSenderProblem', () => {
  it.each(['app://bookwheel/', 'app://bookwheel/index.html', 'app://bookwheel/#place'])(
    'believes our page at %s',
    (url) => {
      expect(findSenderProblem({ sender: ours, senderFrame: frame(url) }, isOurs)).toBeNull()
    },
  )

  it('believes no message whose frame has gone', () => {
    expect(findSenderProblem({ sender: ours, senderFrame: null }, isOurs)).toBe('no frame')
    const gone = frame('app://bookwheel/', { gone: true })
    expect(findSenderProblem({ sender: ours, senderFrame: gone }, isOurs)).toBe('destroyed')
  })

  it('believes no window that has been destroyed', () => {
    const destroyed = { isDestroyed: () => true }
    expect(findSenderProblem({ ...good, sender: destroyed }, () => true)).toBe('destroyed')
  })

  it('believes no contents that the program has not opened', () => {
    expect(findSenderProblem({ ...good, sender: stranger }, isOurs)).toBe('unknown window')
  })

  it('believes no frame within the page', () => {
    const inner = frame('app://bookwheel/', { parent: {} })
    expect(findSenderProblem({ sender: ours, senderFrame: inner }, isOurs)).toBe('not the main frame')
  })

  it.each([
    '',
    'about:blank',
    'about:srcdoc',
    'app://bookwheel',
    'app://bookwheel.evil/',
    'app://bookwheel@evil/',
    'app://evil/app://bookwheel/',
    'https://bookwheel/',
    'http://127.0.0.1/',
    'file:///app://bookwheel/',
    'data:text/html,app://bookwheel/',
    'blob:app://bookwheel/1',
    'devtools://devtools/',
    'chrome-error://chromewebdata/',
  ])('believes no page at %j', (url) => {
    expect(findSenderProblem({ sender: ours, senderFrame: frame(url) }, isOurs)).toBe('foreign page')
  })
})

describe('the handler of calls', () => {
  let calls: unknown[]
  let lines: string[]

  beforeEach(() => {
    calls = []
    lines = []
  })

  const handler = createCallHandler<Contents>({
    isOurs,
    dispatch(operation, input) {
      calls.push([operation, input])
      return Promise.resolve({ ok: true, value: 'answer' })
    },
    log: { info: () => undefined, error: (line) => void lines.push(line) },
  })

  it('hands operation and input to the dispatcher as they came', async () => {
    expect(await handler(good, 'search', { query: 'treaty' })).toEqual({ ok: true, value: 'answer' })
    expect(await handler(good, 'whatever')).toEqual({ ok: true, value: 'answer' })
    expect(calls).toEqual([
      ['search', { query: 'treaty' }],
      ['whatever', undefined],
    ])
  })

  it.each([
    [[]],
    [[1, {}]],
    [[null, {}]],
    [[{ name: 'search' }, {}]],
    [[['search'], {}]],
    [['search', {}, 'more']],
  ])('calls %j an unknown operation', async (request) => {
    expect(await handler(good, ...request)).toEqual({
      ok: false,
      error: { code: 'unknown-operation', operation: '' },
    })
    expect(calls).toEqual([])
  })

  it('tells a stranger nothing but a reference into the log', async () => {
    const answer = await handler({ ...good, sender: stranger }, 'readSettings', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
    const reference = !answer.ok && answer.error.code === 'internal' ? answer.error.reference : 'none'
    expect(lines).toEqual([`a message to the program was refused: unknown window (reference ${reference})`])
    expect(calls).toEqual([])
  })
})
