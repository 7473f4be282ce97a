import { expect, it, onTestFinished } from 'vitest'
import { nodeTiming } from '../../../electron/storage/timing.ts'

/** How many timers keep this process from ending. */
const holding = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length

it('keeps no process from ending', () => {
  const before = holding()
  onTestFinished(nodeTiming.after(60_000, () => undefined))
  expect(holding()).toBe(before)
})

it('calls when it is time, and not once it was called off', async () => {
  const called: string[] = []
  const callOff = nodeTiming.after(5, () => called.push('called off'))
  nodeTiming.after(10, () => called.push('kept'))
  callOff()
  await expect.poll(() => called).toEqual(['kept'])
})
