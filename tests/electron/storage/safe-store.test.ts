// conf made safe: every change through one safe write, whatever class is handed in.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSafeStoreClass } from '../../../electron/storage/safe-store.ts'
import { createFaultyFileSystem } from './faulty-file-system.ts'
import { StoreWithName } from './store-with-name.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const oneSafeWrite = ['read', 'create', 'write', 'flush', 'size', 'close', 'rename', 'flushFolder']

function openSafeStore() {
  const folder = makeTemporaryFolder()
  const fileSystem = createFaultyFileSystem()
  const SafeStore = createSafeStoreClass(Conf, fileSystem)
  const store = new SafeStore({ cwd: folder, configName: 'desk', accessPropertiesByDotNotation: false })
  return { folder, fileSystem, SafeStore, store, path: join(folder, 'desk.json') }
}

describe('createSafeStoreClass', () => {
  it('takes every way in which a store can change through one safe write each', () => {
    const { fileSystem, store } = openSafeStore()
    const changes: Record<string, () => void> = {
      'set a key': () => store.set('a', 1),
      'set an object': () => store.set({ b: 2, c: [3] }),
      'append to a list': () => store.appendToArray('c', 4),
      'delete a key': () => store.delete('a'),
      'replace the whole': () => {
        store.store = { d: 5 }
      },
      clear: () => store.clear(),
    }
    const calls = Object.entries(changes).map(([name, change]) => {
      fileSystem.calls.length = 0
      change()
      return [name, [...fileSystem.calls]]
    })
    expect(calls).toEqual(Object.keys(changes).map((name) => [name, oneSafeWrite]))
  })

  it('writes defaults, resets and migrations safely too', () => {
    const { folder, fileSystem, SafeStore } = openSafeStore()
    const store = new SafeStore({ cwd: folder, configName: 'defaults', defaults: { a: 1 } })
    expect(fileSystem.calls).toEqual(oneSafeWrite)
    store.set('a', 2)
    store.reset('a')
    expect(fileSystem.calls).toEqual([oneSafeWrite, oneSafeWrite, oneSafeWrite].flat())
    const migrations = { '1.0.0': (old: Conf) => old.set('moved', true) }
    const migrated = new SafeStore({ cwd: folder, configName: 'moved', projectVersion: '1.0.0', migrations })
    expect(migrated.get('moved')).toBe(true)
    expect(fileSystem.calls.filter((call) => call === 'rename').length).toBeGreaterThan(3)
    expect(fileSystem.calls.filter((call) => call === 'rename')).toHaveLength(
      fileSystem.calls.filter((call) => call === 'flushFolder').length,
    )
  })

  it('does not write in place under Snap, where conf would', () => {
    const { fileSystem, store } = openSafeStore()
    vi.stubEnv('SNAP', '/snap/bookwheel/1')
    onTestFinished(() => void vi.unstubAllEnvs())
    store.set('a', 1)
    expect(fileSystem.calls).toEqual(oneSafeWrite)
  })

  it('does not write in place where the rename fails with EXDEV, as conf would, and does not try for a second', () => {
    const { fileSystem, store, path } = openSafeStore()
    store.set('a', 1)
    const before = readFileSync(path)
    const start = performance.now()
    for (const code of ['EXDEV', 'EACCES', 'EPERM']) {
      fileSystem.failNext('rename', code)
      expect(() => store.set('a', 2)).toThrow(code)
    }
    expect(performance.now() - start).toBeLessThan(500)
    expect(readFileSync(path)).toEqual(before)
  })

  it('writes what conf reads, and nothing else', () => {
    const { folder, store } = openSafeStore()
    store.store = { 'a.b': '“ünïcode” 🖋 \ud800' }
    const again = new Conf({ cwd: folder, configName: 'desk', accessPropertiesByDotNotation: false })
    expect({ ...again.store }).toEqual({ 'a.b': '“ünïcode” 🖋 \ud800' })
    expect(readdirSync(folder)).toEqual(['desk.json'])
  })

  it.skipIf(process.platform === 'win32')('keeps files for their owner alone', () => {
    const { store, path } = openSafeStore()
    writeFileSync(path, '{}', { mode: 0o644 })
    store.set('a', 1)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('serves a class that takes its options as electron-store does', () => {
    const folder = makeTemporaryFolder()
    const fileSystem = createFaultyFileSystem()
    const SafeStore = createSafeStoreClass(StoreWithName, fileSystem)
    const options = { cwd: folder, name: 'desk', configName: 'desk' }
    new SafeStore(options).set('a', 1)
    expect(readdirSync(folder)).toEqual(['desk.json'])
    expect(fileSystem.calls).toEqual(oneSafeWrite)
  })

  it('refuses a class whose writes it could not make safe', () => {
    class Rewritten extends Conf {}
    Object.defineProperty(Rewritten.prototype, '_write', { value: undefined })
    expect(() => createSafeStoreClass(Rewritten)).toThrow('cannot be made safe')
  })
})
