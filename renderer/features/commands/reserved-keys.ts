// Keys that no command may have: browsers and systems keep them, or a page cannot be used without them.
import type { KeyChord } from '../../../electron/contract/commands.ts'

/** Who keeps a key: the browser, the system, the editing of text, or the ways through a page. */
export type KeyKeeper = 'browser' | 'system' | 'editing' | 'page'

/** As far as pages are never asked: Chrome, Edge, Firefox and Safari together. */
const browserKeys = [
  'Mod+T',
  'Mod+Shift+T',
  'Mod+N',
  'Mod+Shift+N',
  'Mod+W',
  'Mod+Shift+W',
  'Mod+Tab',
  'Mod+Shift+Tab',
  'Ctrl+Tab',
  'Ctrl+Shift+Tab',
  'Mod+PageUp',
  'Mod+PageDown',
  'Mod+R',
  'Mod+Shift+R',
  'Mod+L',
  'Mod+=',
  'Mod++',
  'Mod+-',
  'Mod+0',
  'F5',
  'F11',
  'F12',
  'Mod+Shift+I',
  'Mod+Shift+J',
  'Alt+ArrowLeft',
  'Alt+ArrowRight',
]
const systemKeys = ['Mod+Q', 'Alt+F4', 'Alt+Tab', 'Alt+Shift+Tab', 'Alt+Space', 'Mod+Space']
const macSystemKeys = ['Mod+H', 'Mod+M', 'Mod+Alt+H', 'Mod+`']
const editingKeys = ['Mod+C', 'Mod+V', 'Mod+X', 'Mod+A', 'Mod+Shift+V']
const pageKeys = [
  'Tab',
  'Enter',
  'Escape',
  'Space',
  'Backspace',
  'Delete',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]

/** Who keeps a chord for himself, or `null` where a command may have it. */
export function keeperOf(chord: KeyChord, mac: boolean): KeyKeeper | null {
  // The tabs of a browser: Ctrl on Windows, Cmd on a Mac, Alt on Linux.
  if (browserKeys.includes(chord) || /^(?:Mod|Alt)\+[1-9]$/.test(chord)) return 'browser'
  if (systemKeys.includes(chord) || (mac && macSystemKeys.includes(chord))) return 'system'
  if (editingKeys.includes(chord)) return 'editing'
  const bare = chord.replace(/^(?:Mod\+)?(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?(?=.)/, '')
  const plain = chord.replace(/^Shift\+(?=.)/, '')
  return pageKeys.includes(plain) || bare.startsWith('Arrow') ? 'page' : null
}
