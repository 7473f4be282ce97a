import { describe, expect, it } from 'vitest'
import { createTaskbar, silence } from '../../../../electron/shells/desktop/taskbar.ts'
import { createManualTiming } from '../../storage/manual-timing.ts'

function begin() {
  const timing = createManualTiming()
  const shown: number[] = []
  const receive = createTaskbar({
    show: (share) => shown.push(share),
    after: (time, act) => timing.after(time, act),
  })
  return {
    timing,
    shown,
    tell: (done: number, total: number) => receive({ type: 'backup-progress', task: 'a', done, total }),
    receive,
  }
}

describe('the taskbar', () => {
  it('shows how far the work is, and nothing once it is done', () => {
    const { shown, tell } = begin()
    tell(1, 4)
    tell(3, 4)
    tell(4, 4)
    expect(shown).toEqual([0.25, 0.75, -1])
  })

  it('shows nothing any more when nothing is heard of the work', () => {
    const { shown, tell, timing } = begin()
    tell(1, 4)
    timing.pass(silence - 1)
    tell(2, 4)
    timing.pass(silence - 1)
    expect(shown).toEqual([0.25, 0.5])
    timing.pass(1)
    expect(shown).toEqual([0.25, 0.5, -1])
  })

  it('is not cleared again after the end', () => {
    const { shown, tell, timing } = begin()
    tell(1, 2)
    tell(2, 2)
    timing.pass(silence * 2)
    expect(shown).toEqual([0.5, -1])
  })

  it('leaves alone what is no work, and work of no size', () => {
    const { shown, tell, receive } = begin()
    receive({ type: 'library-changed' })
    expect(shown).toEqual([])
    tell(0, 0)
    expect(shown).toEqual([-1])
  })
})
