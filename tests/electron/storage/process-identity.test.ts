// Whether a process that left its name still runs, tried on real processes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { isRunning, readOwnIdentity } from '../../../electron/storage/process-identity.ts'
import { createSystemError } from '../../../electron/storage/system-code.ts'

const onLinux = process.platform === 'linux'

function untilFileHolds(path: string, text: string): Promise<void> {
  return vi.waitFor(() => expect(readFileSync(path, 'utf8')).toContain(text), { interval: 5, timeout: 4000 })
}

describe('isRunning', () => {
  it('knows this process', () => {
    expect(isRunning(readOwnIdentity())).toBe(true)
  })

  it('knows it where nothing but its number is known', () => {
    expect(isRunning({ pid: process.pid, startTime: null, bootId: null })).toBe(true)
  })

  it('knows another process', () => {
    expect(isRunning({ pid: process.ppid, startTime: null, bootId: null })).toBe(true)
  })

  it('is false for a process that has ended', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
    await once(child, 'exit')
    expect(isRunning({ pid: child.pid ?? 0, startTime: null, bootId: null })).toBe(false)
  })

  it('is true for a process of somebody else, which may not be spoken to', () => {
    const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
      throw createSystemError('EPERM', 'not ours')
    })
    onTestFinished(() => kill.mockRestore())
    expect(isRunning({ pid: process.pid, startTime: null, bootId: null })).toBe(true)
  })

  it.runIf(onLinux)('is false where the number now belongs to another process', () => {
    const own = readOwnIdentity()
    expect(own.startTime).toBeGreaterThan(0)
    expect(isRunning({ ...own, startTime: (own.startTime ?? 0) - 1 })).toBe(false)
  })

  it.runIf(onLinux)('is false where the machine has been started again since', () => {
    expect(isRunning({ ...readOwnIdentity(), bootId: '00000000-0000-0000-0000-000000000000' })).toBe(false)
  })

  it.runIf(onLinux)(
    'is false for a process that has ended and that its parent has not taken note of',
    async () => {
      // The shell starts `cat`, which waits for the end of its input, and becomes `sleep`, which takes note of nobody.
      const parent = spawn('sh', ['-c', 'cat <&3 & echo $! >&4; exec sleep 60'], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      })
      onTestFinished(() => void parent.kill('SIGKILL'))
      const [, , , input, output] = parent.stdio
      if (!input || !output) throw new Error('The shell has no pipes.')
      const [chunk]: Buffer[] = await once(output, 'data')
      const pid = Number(chunk)
      await untilFileHolds(`/proc/${parent.pid}/stat`, '(sleep)')
      input.destroy()
      await untilFileHolds(`/proc/${pid}/stat`, ') Z ')
      expect(isRunning({ pid, startTime: null, bootId: null })).toBe(false)
    },
  )
})
