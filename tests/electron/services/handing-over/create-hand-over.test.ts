// What the system has handed over, until a page takes it.
import { describe, expect, it } from 'vitest'
import { createHandOver } from '../../../../electron/services/handing-over/create-hand-over.ts'

const bytes = new Uint8Array([1, 2, 3])

describe('createHandOver', () => {
  it('tells each thing once, in order, and of a path the file name alone', () => {
    const handOver = createHandOver()
    handOver.receive({ kind: 'backup', path: '/home/reader/Mine.bookwheel' })
    handOver.receive({ kind: 'article', articleId: 'a' })
    handOver.receive({ kind: 'backup', path: 'C:\\Users\\reader\\Theirs.bookwheel' })
    expect(handOver.take()).toEqual([
      { kind: 'backup', id: expect.any(String), fileName: 'Mine.bookwheel' },
      { kind: 'article', articleId: 'a' },
      { kind: 'backup', id: expect.any(String), fileName: 'Theirs.bookwheel' },
    ])
    expect(handOver.take()).toEqual([])
  })

  it('reads the file of an id that it has given, and no other', async () => {
    const read: string[] = []
    const handOver = createHandOver((path) => {
      read.push(path)
      return Promise.resolve(bytes)
    })
    handOver.receive({ kind: 'backup', path: '/a.bookwheel' })
    const [taken] = handOver.take()
    expect(await handOver.read(taken?.kind === 'backup' ? taken.id : '')).toBe(bytes)
    await expect(handOver.read(crypto.randomUUID())).rejects.toMatchObject({
      error: { code: 'upload-not-found' },
    })
    expect(read).toEqual(['/a.bookwheel'])
  })

  it('keeps no more than twenty things waiting, the newest', () => {
    const handOver = createHandOver()
    for (let at = 0; at < 25; at += 1) handOver.receive({ kind: 'article', articleId: `a${at}` })
    const taken = handOver.take()
    expect([taken.length, taken[0], taken.at(-1)]).toEqual([
      20,
      { kind: 'article', articleId: 'a5' },
      { kind: 'article', articleId: 'a24' },
    ])
  })
})
