// Stands in for the parts of Electron that speak to the desktop: dialogs, links, the menu, the theme. What they would
// show or open is only written down; answers of dialogs come from the test. Runs in the stand-in's process.
import { EventEmitter } from 'node:events'
import type {
  Dialog,
  Menu as ElectronMenu,
  MenuItem,
  MenuItemConstructorOptions,
  NativeTheme,
  SaveDialogOptions,
  SaveDialogReturnValue,
  Shell,
} from 'electron'
import { readChromium } from './chromium.ts'
import { strict } from './strict.ts'

function demandScript(name: string): never {
  throw new Error(`stand-in: dialog.${name} was not scripted by this test`)
}

/** Electron's `dialog`. A test puts functions of its own in the place of these. */
export const dialog = strict<Dialog>('dialog')({
  showErrorBox: () => undefined,
  showMessageBox: () => demandScript('showMessageBox'),
  showMessageBoxSync: () => demandScript('showMessageBoxSync'),
  showSaveDialog: (_options: SaveDialogOptions): Promise<SaveDialogReturnValue> =>
    demandScript('showSaveDialog'),
})

/** Electron's `shell`. */
export const shell = strict<Shell>('shell')({
  openExternal: () => Promise.resolve(),
  openPath: () => Promise.resolve(''),
})

let themeSource: NativeTheme['themeSource'] = 'system'
let systemIsDark = false
let applied = Promise.resolve()

/** An emitter whose members are read anew each time: what is copied onto one with `Object.assign` would be so once. */
class Theme extends EventEmitter {
  get themeSource(): NativeTheme['themeSource'] {
    return themeSource
  }
  set themeSource(source: NativeTheme['themeSource']) {
    if (source === themeSource) return
    themeSource = source
    applied = applyTheme()
  }
  get shouldUseDarkColors(): boolean {
    return themeSource === 'system' ? systemIsDark : themeSource === 'dark'
  }
}

const theme = new Theme()

/** Electron's `nativeTheme`: pages see the chosen theme as the system's. */
export const nativeTheme = strict<NativeTheme>('nativeTheme')(theme)

/** Resolves once all pages see the theme that the program chose last; Electron's see it at once. */
export const awaitTheme = (): Promise<void> => applied

/** Lets the imagined system go dark or light under the running program. */
export async function darkenSystem(isDark: boolean): Promise<void> {
  systemIsDark = isDark
  await applyTheme()
}

async function applyTheme(): Promise<void> {
  const context = await readChromium()
  const colorScheme = themeSource === 'system' ? (systemIsDark ? 'dark' : 'light') : themeSource
  for (const page of context.pages()) await page.emulateMedia({ colorScheme }).catch(() => undefined)
  theme.emit('updated')
}

/** An item of a menu, as the program and tests see it. */
export interface Item {
  id: string
  label: string
  accelerator: string
  submenu: ItemList
  click: () => void
}

/** A menu, as the program and tests see it. */
export interface ItemList {
  items: readonly Item[]
  getMenuItemById(id: string): Item | null
}

function createItem(options: MenuItemConstructorOptions): Item {
  const { id = '', label = '', accelerator = '', role, submenu, click } = options
  return strict<MenuItem>('menuItem')({
    id,
    label,
    accelerator: accelerator,
    submenu: createMenu(Array.isArray(submenu) ? submenu : []),
    click() {
      if (click === undefined) throw new Error(`stand-in: the role ${role} is not carried out`)
      // The arguments (item, window, event) serve no item of the program.
      Reflect.apply(click, undefined, [])
    },
  })
}

function createMenu(template: readonly MenuItemConstructorOptions[]): ItemList {
  const items = template.map((options) => createItem(options))
  return strict<ElectronMenu>('menu')({
    items,
    getMenuItemById(id: string): Item | null {
      for (const item of items) {
        const found = item.id === id ? item : item.submenu.getMenuItemById(id)
        if (found) return found
      }
      return null
    },
  })
}

let applicationMenu: ItemList | null = null

/** Electron's `Menu`. */
export const Menu = strict<typeof ElectronMenu>('Menu')({
  buildFromTemplate: (template: readonly MenuItemConstructorOptions[]) => createMenu(template),
  setApplicationMenu(menu: ItemList | null) {
    applicationMenu = menu
  },
  getApplicationMenu: () => applicationMenu,
})
