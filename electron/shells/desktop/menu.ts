// The native menu. Pure: Electron builds it from this template.
import type { MenuItemConstructorOptions } from 'electron'
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
}

/** The menu of the program: the system's own roles, which bring their words and keys along, and a few commands of ours. */
export function createMenuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = options.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    { label: menuLabels.file, submenu: fileItems(options, isMac) },
    { label: menuLabels.edit, submenu: editItems(isMac) },
    { label: menuLabels.view, submenu: viewItems(options.hasDevTools) },
    isMac ? { role: 'windowMenu' } : { label: menuLabels.window, submenu: [{ role: 'minimize' }] },
  ]
  // On a Mac, About and Quit stand in the program's own menu, which comes first.
  return isMac
    ? [{ role: 'appMenu' }, ...template]
    : [...template, { label: menuLabels.help, role: 'help', submenu: [{ role: 'about' }] }]
}

function fileItems(
  { openWindow, backUp, showDataFolder }: MenuOptions,
  isMac: boolean,
): MenuItemConstructorOptions[] {
  return [
    {
      id: newWindowItem,
      label: menuLabels.newWindow,
      accelerator: 'CommandOrControl+Shift+N',
      click: openWindow,
    },
    { type: 'separator' },
    { id: backUpItem, label: menuLabels.backUp, click: backUp },
    { id: showDataFolderItem, label: menuLabels.showDataFolder, click: showDataFolder },
    { type: 'separator' },
    { role: 'close' },
    ...(isMac ? [] : [{ role: 'quit' } as const]),
  ]
}

function editItems(isMac: boolean): MenuItemConstructorOptions[] {
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
  ]
}

function viewItems(hasDevTools: boolean): MenuItemConstructorOptions[] {
  return [
    { role: 'reload' },
    ...(hasDevTools ? [{ role: 'toggleDevTools' } as const] : []),
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ]
}
