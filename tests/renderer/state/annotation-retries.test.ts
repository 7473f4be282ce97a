// What could not be saved, and when it is tried again without anybody's doing.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDesk } from './annotation-desk.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

describe('a save that failed', () => {
  it('does not make words wait that were written meanwhile', async () => {
    const { program, annotations, markAndSave, stored } = await openDesk()
    const id = await markAndSave('four pages')
    const held = program.hold('saveAnnotation')
    annotations.recolour(id, 'red')
    await expect.poll(() => held.waiting()).toBe(1)
    annotations.writeNote(id, 'Why four?')
    held.lose()
    held.stop()
    await vi.advanceTimersByTimeAsync(400)
    expect(stored()).toEqual(['four pages: Why four?'])
  })

  it('is tried again by itself', async () => {
    const { program, annotations, mark, entry, stored } = await openDesk()
    program.failNext('saveAnnotation', { code: 'disk-full', store: 'annotations/lantern-treaty' })
    const id = mark('four pages')
    await annotations.save(id)
    await vi.advanceTimersByTimeAsync(29_000)
    expect(entry(id)?.save.kind).toBe('failed')
    await vi.advanceTimersByTimeAsync(1000)
    expect(entry(id)?.save.kind).toBe('saved')
    expect(stored()).toEqual(['four pages: '])
  })
})
