// Stands in for Electron's `screen`: one screen of a common size. Runs in the stand-in's process.
import type { Display, Rectangle, Screen } from 'electron'
import { strict } from './strict.ts'

/** The part of the screen that windows may take: all but a panel at the lower edge. */
export const workArea: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 }

const display = strict<Display>('display')({
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea,
})

/** Electron's `screen`. */
export const screen = strict<Screen>('screen')({
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
})
