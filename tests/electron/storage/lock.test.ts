// The lock of a data folder: held, stale, garbled, given back.
import { linkSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Link, LockAttempt } from '../../../electron/storage/lock.ts'
import { findLockHolder, takeLock } from '../../../electron/storage/lock.ts'
import { readOwnIdentity } from '../../../electron/storage/process-identity.ts'
import { createSystemError } from '../../../electron/storage/system-code.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const onLinux = process.platform === 'linux'
const own = { ...readOwnIdentity(), shell: 'loopback' } as const
/** No system gives a process this number. */
const dead = { ...own, pid: 0x7ffffffe }
const longAgo = new Date(Date.now() - 3_600_000)

/** A folder in which a lock of this content has been lying for an hour. */
function folderWithLock(content: string): { folder: string; path: string } {
  const folder = makeTemporaryFolder()
  const path = join(folder, 'bookwheel.lock')
  writeFileSync(path, content)
  utimesSync(path, longAgo, longAgo)
  return { folder, path }
}

function readHolder(folder: string): unknown {
  return JSON.parse(readFileSync(join(folder, 'bookwheel.lock'), 'utf8'))
}

/** Waiting takes no time; answers how many milliseconds were waited. More than a minute of it is an error. */
function watchWaiting(): () => number {
  let waited = 0
  const waiting = vi.spyOn(Atomics, 'wait').mockImplementation((_array, _index, _value, milliseconds = 0) => {
    waited += milliseconds
    if (waited > 60_000) throw new Error('waits for ever')
    return 'timed-out'
  })
  const stopWatch = vi.spyOn(performance, 'now').mockImplementation(() => waited)
  onTestFinished(() => {
    waiting.mockRestore()
    stopWatch.mockRestore()
  })
  return () => waited
}

function release(attempt: LockAttempt): void {
  if (attempt.kind === 'held') throw new Error('The lock is held.')
  attempt.release()
}

describe('takeLock', () => {
  it('writes down who holds the folder, and removes it at the release', () => {
    const folder = makeTemporaryFolder()
    const attempt = takeLock(folder, 'desktop')
    expect(readdirSync(folder)).toEqual(['bookwheel.lock'])
    expect(readHolder(folder)).toEqual({ ...own, shell: 'desktop' })
    release(attempt)
    expect(readdirSync(folder)).toEqual([])
  })

  it('is refused while a living process holds the lock, and writes nothing', () => {
    const { folder, path } = folderWithLock(JSON.stringify({ ...own, pid: process.ppid, startTime: null }))
    const before = statSync(folder, { bigint: true }).mtimeNs
    expect(takeLock(folder, 'loopback')).toEqual({
      kind: 'held',
      holder: { ...own, pid: process.ppid, startTime: null },
    })
    expect(statSync(folder, { bigint: true }).mtimeNs).toBe(before)
    expect(statSync(path).mtime).toEqual(longAgo)
  })

  it('honours the lock of a shell and with members that it does not know', () => {
    const { folder } = folderWithLock(JSON.stringify({ ...own, shell: 'television', since: 2031 }))
    expect(takeLock(folder, 'loopback')).toEqual({ kind: 'held', holder: { ...own, shell: null } })
  })

  it.each([
    ['of a dead process', JSON.stringify(dead)],
    [
      'of a dead process on a system that tells only its number',
      JSON.stringify({ ...dead, startTime: null, bootId: null }),
    ],
    ['that is empty', ''],
    ['that was cut off', JSON.stringify(own).slice(0, 20)],
    ['that is no lock', '[1]'],
    ['that is not text', '\0\0\0\0'],
    ['with a number that no process can have', JSON.stringify({ ...own, pid: -1 })],
    ['with a number that is too large', JSON.stringify({ ...own, pid: 2 ** 40 })],
  ])('takes over a lock %s', (_, content) => {
    const { folder } = folderWithLock(content)
    const attempt = takeLock(folder, 'loopback')
    expect(readHolder(folder)).toEqual(own)
    expect(readdirSync(folder)).toEqual(['bookwheel.lock'])
    release(attempt)
    expect(readdirSync(folder)).toEqual([])
  })

  it.runIf(onLinux).each([
    ['whose process number now belongs to another process', { ...own, startTime: 1 }],
    ['of an earlier run of the machine', { ...own, bootId: '00000000-0000-0000-0000-000000000000' }],
  ])('takes over a lock %s', (_, holder) => {
    const { folder } = folderWithLock(JSON.stringify(holder))
    takeLock(folder, 'loopback')
    expect(readHolder(folder)).toEqual(own)
  })

  it('waits for a lock that is just being made before it calls it garbled', () => {
    const { folder, path } = folderWithLock('')
    const now = new Date()
    utimesSync(path, now, now)
    const start = performance.now()
    release(takeLock(folder, 'loopback'))
    expect(performance.now() - start).toBeGreaterThan(300)
  })

  it.each([
    ['for an hour', longAgo],
    ['since a time to come, because the clock was set back', new Date(Date.now() + 3_600_000)],
  ])('does not wait for a garbled lock that has been there %s', (_, time) => {
    const { folder, path } = folderWithLock('')
    utimesSync(path, time, time)
    const waited = watchWaiting()
    release(takeLock(folder, 'loopback'))
    expect(waited()).toBe(0)
  })

  it('waits half a second for a garbled lock that somebody writes again and again', () => {
    const { folder, path } = folderWithLock('')
    const age = vi.spyOn(Date, 'now').mockImplementation(() => statSync(path).mtimeMs + 100)
    onTestFinished(() => age.mockRestore())
    const waited = watchWaiting()
    release(takeLock(folder, 'loopback'))
    expect(waited()).toBeGreaterThan(400)
    expect(waited()).toBeLessThan(600)
  })

  it('removes at the release no lock but its own, and only once', () => {
    const folder = makeTemporaryFolder()
    const first = takeLock(folder, 'loopback')
    rmSync(join(folder, 'bookwheel.lock'))
    writeFileSync(join(folder, 'bookwheel.lock'), 'of somebody else')
    release(first)
    expect(readdirSync(folder)).toEqual(['bookwheel.lock'])
    rmSync(join(folder, 'bookwheel.lock'))
    takeLock(folder, 'loopback')
    release(first)
    expect(readHolder(folder)).toEqual(own)
  })

  it('takes over from a process that died while it was taking over', () => {
    const { folder } = folderWithLock(JSON.stringify(dead))
    let guard = ''
    const linkAndDie: Link = (existing, path) => {
      linkSync(existing, path)
      guard = path
      throw new Error('killed')
    }
    expect(() => takeLock(folder, 'loopback', linkAndDie)).toThrow('killed')
    expect(takeLock(folder, 'loopback')).toEqual({ kind: 'held', holder: own })
    writeFileSync(guard, JSON.stringify({ ...dead, startTime: 7 }))
    expect(takeLock(folder, 'loopback').kind).toBe('taken')
    expect(readHolder(folder)).toEqual(own)
    expect(readdirSync(folder)).toEqual(['bookwheel.lock'])
  })

  it('sweeps away what dead starters left, and not what a living one is about to use', () => {
    const folder = makeTemporaryFolder()
    const leave = (name: string, content: string) => writeFileSync(join(folder, name), content)
    leave('bookwheel.lock.00000000000000aa', JSON.stringify(dead))
    leave('bookwheel.lock.00000000000000bb', JSON.stringify(own))
    leave('bookwheel.lock.00000000000000cc', '')
    leave('bookwheel.lock.00000000000000dd', '')
    utimesSync(join(folder, 'bookwheel.lock.00000000000000dd'), longAgo, longAgo)
    leave('bookwheel.lock.mine', '')
    takeLock(folder, 'loopback')
    expect(readdirSync(folder).toSorted()).toEqual([
      'bookwheel.lock',
      'bookwheel.lock.00000000000000bb',
      'bookwheel.lock.00000000000000cc',
      'bookwheel.lock.mine',
    ])
  })

  it.each(['EPERM', 'ENOTSUP', 'EISDIR'])('works where files cannot have two names (%s)', (code) => {
    const noLinks: Link = () => {
      throw createSystemError(code, 'no hard links here')
    }
    const { folder } = folderWithLock(JSON.stringify(dead))
    const attempt = takeLock(folder, 'loopback', noLinks)
    expect(takeLock(folder, 'loopback', noLinks)).toEqual({ kind: 'held', holder: own })
    expect(readdirSync(folder)).toEqual(['bookwheel.lock'])
    release(attempt)
    release(takeLock(folder, 'loopback', noLinks))
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('findLockHolder', () => {
  it('finds nobody where there is no folder, no lock, or a dead process', () => {
    const { folder, path } = folderWithLock(JSON.stringify(dead))
    expect(findLockHolder(folder)).toBeNull()
    rmSync(path)
    expect(findLockHolder(folder)).toBeNull()
    expect(findLockHolder(join(folder, 'gone'))).toBeNull()
  })

  it('finds a living holder', () => {
    const folder = makeTemporaryFolder()
    takeLock(folder, 'loopback')
    expect(findLockHolder(folder)).toEqual(own)
  })
})
