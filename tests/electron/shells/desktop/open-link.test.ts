// How a link is offered: asked for once, opened after a yes, never more than one question at a time.
import { beforeEach, describe, expect, it } from 'vitest'
import { createLinkOffer } from '../../../../electron/shells/desktop/open-link.ts'
import type { Link } from '../../../../electron/shells/desktop/read-link.ts'

let asked: Link[]
let opened: string[]
let lines: string[]
let answer: (agrees: boolean) => void
let opening: Promise<void>

beforeEach(() => {
  asked = []
  opened = []
  lines = []
  opening = Promise.resolve()
})

function createOffer(): (address: string) => void {
  return createLinkOffer({
    confirm(link) {
      asked.push(link)
      return new Promise((resolve) => {
        answer = resolve
      })
    },
    open(address) {
      opened.push(address)
      return opening
    },
    log: { info: (line) => void lines.push(line), error: (line) => void lines.push(line) },
  })
}

/** Lets everything that waits for a settled promise run. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

describe('the offer of a link', () => {
  it('opens the address that was shown, after a yes', async () => {
    createOffer()('https://example.org/a')
    expect([asked, opened]).toEqual([[{ kind: 'web', address: 'https://example.org/a' }], []])
    answer(true)
    await settle()
    expect(opened).toEqual(['https://example.org/a'])
  })

  it('opens nothing after a no', async () => {
    createOffer()('https://example.org/a')
    answer(false)
    await settle()
    expect(opened).toEqual([])
  })

  it('asks one question at a time, and asks again when it has been answered', async () => {
    const offer = createOffer()
    offer('https://example.org/a')
    offer('https://example.org/b')
    expect(asked).toHaveLength(1)
    answer(false)
    await settle()
    offer('https://example.org/c')
    expect(asked.map(({ address }) => address)).toEqual(['https://example.org/a', 'https://example.org/c'])
  })

  it('refuses what is no link without a question, and keeps the address out of the log', () => {
    createOffer()('file:///home/reader/secret')
    expect([asked, opened]).toEqual([[], []])
    expect(lines).toEqual(['an address that is no web or mail link was not opened'])
  })

  it('says in the log that the system knows no program for it, and goes on', async () => {
    const offer = createOffer()
    opening = Promise.reject(new Error('no mail program'))
    opening.catch(() => undefined)
    offer('mailto:reader@example.org')
    answer(true)
    await settle()
    expect(lines).toEqual(['a link could not be opened'])
    offer('https://example.org/')
    expect(asked).toHaveLength(2)
  })
})
