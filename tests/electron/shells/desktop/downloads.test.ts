// What the desktop's page may save, and what its reader is asked and told.
import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { guardDownloads, isBackup, isNotebook } from '../../../../electron/shells/desktop/downloads.ts'

const own = 'blob:app://bookwheel/6e2a0d7e-6f0b-4cf6-9a5b-0a4b1a4c1b1d'
const name = 'Bookwheel 2026-11-03.bookwheel'

describe('isBackup', () => {
  it('knows a backup that our own page has made', () => {
    expect(isBackup(own, name)).toBe(true)
  })

  it.each([
    ['app://bookwheel/assets/main.js', name],
    ['blob:app://evil/1', name],
    ['blob:https://bookwheel/1', name],
    ['https://example.org/a.bookwheel', name],
    ['data:text/plain,a', name],
    ['', name],
    [own, 'evil.exe'],
    [own, 'evil.bookwheel.exe'],
    [own, ''],
  ])('is not deceived by %s named %s', (address, fileName) => {
    expect(isBackup(address, fileName)).toBe(false)
  })
})

describe('isNotebook', () => {
  it('knows the notebook that our own page has written out', () => {
    expect(isNotebook(own, 'bookwheel-notebook.md')).toBe(true)
  })

  it.each([
    ['blob:app://evil/1', 'bookwheel-notebook.md'],
    ['https://example.org/bookwheel-notebook.md', 'bookwheel-notebook.md'],
    [own, 'other.md'],
    [own, 'bookwheel-notebook.md.exe'],
  ])('is not deceived by %s named %s', (address, fileName) => {
    expect(isNotebook(address, fileName)).toBe(false)
  })
})

function offer(address: string, fileName: string) {
  const session = new EventEmitter()
  const told: string[] = []
  const logged: string[] = []
  const log = { info: () => undefined, error: (message: string) => logged.push(message) }
  const recent: string[] = []
  guardDownloads(session, {
    tell: (title) => told.push(title),
    noteRecent: (path) => recent.push(path),
    log,
  })
  const asked: unknown[] = []
  const event = {
    prevented: false,
    preventDefault() {
      this.prevented = true
    },
  }
  const item = Object.assign(new EventEmitter(), {
    getURL: () => address,
    getFilename: () => fileName,
    getSavePath: () => `/saved/${fileName}`,
    setSaveDialogOptions: (options: unknown) => asked.push(options),
  })
  session.emit('will-download', event, item)
  return { asked, item, told, recent, logged, event }
}

describe('a download', () => {
  it('of a backup goes where the system’s dialog says', () => {
    const { asked, event } = offer(own, name)
    expect(event.prevented).toBe(false)
    expect(asked).toEqual([
      { defaultPath: name, filters: [{ name: 'Bookwheel backup', extensions: ['bookwheel'] }] },
    ])
  })

  it('of the notebook goes there too, and says so where it broke off', () => {
    const { asked, item, told, event } = offer(own, 'bookwheel-notebook.md')
    expect(event.prevented).toBe(false)
    expect(asked).toEqual([
      { defaultPath: 'bookwheel-notebook.md', filters: [{ name: 'Markdown', extensions: ['md'] }] },
    ])
    item.emit('done', {}, 'interrupted')
    expect(told).toEqual(['Not exported'])
  })

  it('of a backup is among the recent files once it is saved, that of a notebook never', () => {
    for (const state of ['cancelled', 'interrupted', 'completed']) {
      const backup = offer(own, name)
      backup.item.emit('done', {}, state)
      expect(backup.recent).toEqual(state === 'completed' ? [`/saved/${name}`] : [])
      const exported = offer(own, 'bookwheel-notebook.md')
      exported.item.emit('done', {}, state)
      expect(exported.recent).toEqual([])
    }
  })

  it('of anything else is prevented', () => {
    const { asked, event } = offer('https://example.org/a.bookwheel', name)
    expect(event.prevented).toBe(true)
    expect(asked).toEqual([])
  })

  it('that broke off is told; one that was saved or cancelled is not', () => {
    const { item, told, logged } = offer(own, name)
    item.emit('done', {}, 'interrupted')
    expect(told).toEqual(['Not backed up'])
    expect(logged).toHaveLength(1)
    for (const state of ['completed', 'cancelled']) {
      const other = offer(own, name)
      other.item.emit('done', {}, state)
      expect([...other.told, ...other.logged]).toEqual([])
    }
  })
})
