// The native menu on each system.
import { describe, expect, it } from 'vitest'
import type { ChosenKeys } from '../../../../electron/contract/commands.ts'
import { menuCommands } from '../../../../electron/contract/commands.ts'
import { createMenuTemplate } from '../../../../electron/shells/desktop/menu.ts'

interface Item {
  id?: string
  label?: string
  role?: string
  submenu?: unknown
  click?: unknown
  accelerator?: unknown
  registerAccelerator?: boolean
}

function create(
  platform: NodeJS.Platform,
  hasDevTools = false,
  keys: ChosenKeys = {},
  runCommand: (id: string) => void = () => undefined,
): Item[] {
  return createMenuTemplate({
    platform,
    hasDevTools,
    openWindow: () => undefined,
    backUp: () => undefined,
    showDataFolder: () => undefined,
    runCommand,
    keys,
  })
}

function flatten(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])])
}

const find = (items: readonly Item[], id: string): Item | undefined =>
  flatten(items).find((item) => item.id === id)
const rolesOf = (items: readonly Item[]) => flatten(items).flatMap(({ role }) => role ?? [])

const show = (id: string, keys: ChosenKeys = {}): unknown => {
  const { accelerator, registerAccelerator } = find(create('linux', false, keys), id) ?? {}
  return accelerator === undefined ? null : { accelerator, registerAccelerator }
}
const shown = (accelerator: string) => ({ accelerator, registerAccelerator: false })

const isOfPage = (id?: string): boolean => menuCommands.some((command) => command.id === id)

describe('the menu', () => {
  it('has File, Edit, View, Window and Help on Windows and Linux', () => {
    expect(create('linux').map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Window', 'Help'])
    expect(create('win32')).toEqual(create('linux').map(() => expect.anything()))
  })

  it("begins with the program's own menu on a Mac, which holds About and Quit", () => {
    const items = create('darwin')
    expect(items[0]).toEqual({ role: 'appMenu' })
    expect(rolesOf(items)).not.toContain('quit')
    expect(rolesOf(items)).not.toContain('about')
  })

  it.each(['linux', 'darwin', 'win32'] as const)('offers the system’s own editing on %s', (platform) => {
    expect(rolesOf(create(platform))).toEqual(
      expect.arrayContaining([
        'undo',
        'redo',
        'cut',
        'copy',
        'paste',
        'selectAll',
        'close',
        'togglefullscreen',
      ]),
    )
  })

  it('offers the developer tools only where there are any', () => {
    expect(rolesOf(create('linux'))).not.toContain('toggleDevTools')
    expect(rolesOf(create('linux', true))).toContain('toggleDevTools')
  })

  it('opens windows, backs up and shows the data folder by items of its own', () => {
    const own = flatten(create('linux')).filter(({ id, click }) => click !== undefined && !isOfPage(id))
    expect(own.map(({ id, label }) => [id, label])).toEqual([
      ['new-window', 'New Window'],
      ['back-up', 'Back Up Now…'],
      ['show-data-folder', 'Show Data Folder'],
    ])
  })

  it.each(['linux', 'darwin', 'win32'] as const)(
    'offers every command that is meant for it on %s',
    (platform) => {
      const items = flatten(create(platform)).filter(({ id }) => id?.includes('.'))
      const named = items.map(({ id, label }) => ({ id, title: label }))
      expect(named).toHaveLength(menuCommands.length)
      expect(named).toEqual(expect.arrayContaining(menuCommands.map(({ id, title }) => ({ id, title }))))
    },
  )

  it('has the page run a command', () => {
    const run: string[] = []
    const item = find(
      create('linux', false, {}, (id) => run.push(id)),
      'desk.closePane',
    )
    if (typeof item?.click === 'function') Reflect.apply(item.click, undefined, [])
    expect(run).toEqual(['desk.closePane'])
  })

  it('shows the keys of commands and leaves it to the page to listen for them', () => {
    expect(show('search.library')).toEqual(shown('CommandOrControl+Shift+F'))
    expect(show('desk.nextPane')).toEqual(shown('Alt+PageDown'))
    expect(show('search.previousMatch')).toEqual(shown('Shift+F3'))
    expect(show('data.trash')).toBeNull()
    expect(show('search.library', { 'search.library': ['/', 'Mod+Alt+ArrowUp'] })).toEqual(
      shown('CommandOrControl+Alt+Up'),
    )
    expect(show('search.library', { 'search.library': ['Mod++'] })).toEqual(shown('CommandOrControl+Plus'))
    expect(show('search.library', { 'search.library': ['S'] })).toBeNull()
    expect(show('search.library', { 'search.library': [] })).toBeNull()
  })
})
