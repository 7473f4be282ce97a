// The native menu. Pure: Electron builds it from this template.
import type { MenuItemConstructorOptions } from 'electron'
import type { ChosenKeys, MenuCommand } from '../../contract/commands.ts'
import { menuCommands } from '../../contract/commands.ts'
import { menuLabels } from './messages.ts'

/** Identifier of the item that opens a further window. */
export const newWindowItem = 'new-window'

/** Identifier of the item that shows the data folder. */
export const showDataFolderItem = 'show-data-folder'

/** Identifier of the item that asks for a backup. */
export const backUpItem = 'back-up'

/** What the menu depends on, and what its own items do. */
export interface MenuOptions {
  platform: NodeJS.Platform
  hasDevTools: boolean
  openWindow: () => void
  backUp: () => void
  showDataFolder: () => void
  /** Has the page run one of its commands. */
  runCommand: (id: string) => void
  /** The keys that the reader has chosen in place of the commands' own. */
  keys: ChosenKeys
}

/** The names of keys in Electron's accelerators, where they differ from those in chords. */
const acceleratorNames: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  '+': 'Plus',
}

/** The first of a command's keys that a menu can show: one that writes no character, which would be lost to text fields. */
function acceleratorOf({ id, keys }: MenuCommand, chosen: ChosenKeys): string | undefined {
  const chord = (chosen[id] ?? keys).find((candidate) =>
    /^(?:(?:Mod|Ctrl|Alt)\+|(?:Shift\+)?F\d)/.test(candidate),
  )
  return chord
    ?.replace(/^Mod\+/, 'CommandOrControl+')
    .replace(/(?<=^|\+)(?:\w+|\+)$/, (key) => acceleratorNames[key] ?? key)
}

/** The page's commands for one menu. The page itself listens for their keys: the menu only shows them. */
function commandItems(
  menu: MenuCommand['menu'],
  { keys, runCommand }: MenuOptions,
): MenuItemConstructorOptions[] {
  return menuCommands
    .filter((command) => command.menu === menu)
    .map((command) => {
      const accelerator = acceleratorOf(command, keys)
      return {
        id: command.id,
        label: command.title,
        ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
        click: () => runCommand(command.id),
      }
    })
}

/** The menu of the program: the system's own roles, which bring their words and keys along, and a few commands of ours. */
export function createMenuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = options.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    { label: menuLabels.file, submenu: fileItems(options, isMac) },
    { label: menuLabels.edit, submenu: editItems(options, isMac) },
    { label: menuLabels.view, submenu: viewItems(options) },
    isMac ? { role: 'windowMenu' } : { label: menuLabels.window, submenu: [{ role: 'minimize' }] },
  ]
  // On a Mac, Quit stands in the program's own menu, which comes first.
  const help = { label: menuLabels.help, role: 'help', submenu: commandItems('help', options) } as const
  return isMac ? [{ role: 'appMenu' }, ...template, help] : [...template, help]
}

function fileItems(options: MenuOptions, isMac: boolean): MenuItemConstructorOptions[] {
  const { openWindow, backUp, showDataFolder } = options
  return [
    {
      id: newWindowItem,
      label: menuLabels.newWindow,
      accelerator: 'CommandOrControl+Shift+N',
      click: openWindow,
    },
    { type: 'separator' },
    { id: backUpItem, label: menuLabels.backUp, click: backUp },
    ...commandItems('file', options),
    { id: showDataFolderItem, label: menuLabels.showDataFolder, click: showDataFolder },
    { type: 'separator' },
    { role: 'close' },
    ...(isMac ? [] : [{ role: 'quit' } as const]),
  ]
}

function editItems(options: MenuOptions, isMac: boolean): MenuItemConstructorOptions[] {
  return [
    { role: 'undo' },
    { role: 'redo' },
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    ...(isMac ? [{ role: 'pasteAndMatchStyle' } as const] : []),
    { role: 'delete' },
    { role: 'selectAll' },
    { type: 'separator' },
    ...commandItems('edit', options),
  ]
}

function viewItems(options: MenuOptions): MenuItemConstructorOptions[] {
  return [
    ...commandItems('view', options),
    { type: 'separator' },
    { role: 'reload' },
    ...(options.hasDevTools ? [{ role: 'toggleDevTools' } as const] : []),
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ]
}
