// The module that the program gets in the place of `electron`. Runs in the stand-in's process.
import type Electron from 'electron'
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { dialog, Menu, nativeTheme, shell } from './desktop-parts.ts'
import { ipcMain } from './ipc-main.ts'
import { screen } from './screen.ts'
import { defaultSession, protocol } from './session.ts'
import { strict } from './strict.ts'

const session = strict<typeof Electron.session>('session')({ defaultSession })

export { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell }

/** All of it, for programs that import it whole. */
export default strict<typeof Electron>('electron')({
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
})
