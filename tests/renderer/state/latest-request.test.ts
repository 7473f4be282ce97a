import { describe, expect, it } from 'vitest'
import { createLatestRequest } from '../../../renderer/state/latest-request.ts'
import { watchStrayFailures } from '../stray-failures.ts'

interface Asked {
  word: string
  answer(): Promise<void>
  fail(): Promise<void>
}

/** Until what was answered has been passed on. */
const settled = (): Promise<void> => new Promise((done) => setTimeout(done))

/** A request whose answers the test gives. */
function openDesk() {
  const asked: Asked[] = []
  const answers: string[] = []
  const ask = createLatestRequest(
    (word: string) =>
      new Promise<string>((resolve, reject) => {
        asked.push({
          word,
          answer: () => (resolve(word.toUpperCase()), settled()),
          fail: () => (reject(new Error(`no answer to ${word}`)), settled()),
        })
      }),
    (answer, word) => answers.push(`${word}: ${answer}`),
  )
  return { ask, asked, answers, words: () => asked.map(({ word }) => word) }
}

describe('createLatestRequest', () => {
  it('asks at once and hands over the answer with what was asked', async () => {
    const { ask, asked, answers } = openDesk()
    ask('a')
    await asked[0]?.answer()
    expect(answers).toEqual(['a: A'])
  })

  it('asks one at a time, and of all that waited meanwhile only the newest', async () => {
    const { ask, asked, answers, words } = openDesk()
    for (const word of ['a', 'ab', 'abc', 'abcd']) ask(word)
    expect(words()).toEqual(['a'])
    await asked[0]?.answer()
    expect(words()).toEqual(['a', 'abcd'])
    await asked[1]?.answer()
    expect(answers).toEqual(['a: A', 'abcd: ABCD'])
  })

  it('asks nothing more when nothing waits', async () => {
    const { ask, asked, words } = openDesk()
    ask('a')
    await asked[0]?.answer()
    ask('b')
    await asked[1]?.answer()
    expect(words()).toEqual(['a', 'b'])
  })

  it('goes on with what waits after a failure, which it does not swallow', async () => {
    const stray = watchStrayFailures()
    const { ask, asked, answers } = openDesk()
    ask('a')
    ask('b')
    await asked[0]?.fail()
    await asked[1]?.answer()
    expect(answers).toEqual(['b: B'])
    expect(stray).toEqual([new Error('no answer to a')])
  })
})
