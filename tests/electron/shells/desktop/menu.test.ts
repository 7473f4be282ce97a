// The native menu on each system.
import { describe, expect, it } from 'vitest'
import { createMenuTemplate } from '../../../../electron/shells/desktop/menu.ts'

interface Item {
  id?: string
  label?: string
  role?: string
  submenu?: unknown
  click?: unknown
}

function create(platform: NodeJS.Platform, hasDevTools = false): Item[] {
  return createMenuTemplate({
    platform,
    hasDevTools,
    openWindow: () => undefined,
    backUp: () => undefined,
    showDataFolder: () => undefined,
  })
}

function flatten(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])])
}

const rolesOf = (items: readonly Item[]) => flatten(items).flatMap(({ role }) => role ?? [])

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
    const own = flatten(create('linux')).filter(({ click }) => click !== undefined)
    expect(own.map(({ id, label }) => [id, label])).toEqual([
      ['new-window', 'New Window'],
      ['back-up', 'Back Up Now…'],
      ['show-data-folder', 'Show Data Folder'],
    ])
  })
})
