// Keys as the reader's own keyboard prints them.
import { isMac } from './is-mac.ts'

/** Names that keyboards print otherwise than `KeyboardEvent.key` does. */
const names: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Delete: 'Del',
}

/** What stands before a key on a Mac, without a plus. */
const macSigns: readonly (readonly [string, string])[] = [
  ['Mod+', '⌘'],
  ['Ctrl+', '⌃'],
  ['Alt+', '⌥'],
  ['Shift+', '⇧'],
]

/** Writes keys such as `Mod+Enter` for this system: `Ctrl+Enter`, or `⌘Enter` on a Mac. */
export function writeKeys(keys: string, mac = isMac): string {
  const named = keys.replace(/\w+$/, (key) => names[key] ?? key)
  if (!mac) return named.replace('Mod+', 'Ctrl+')
  return macSigns.reduce((words, [modifier, sign]) => words.replace(modifier, sign), named)
}
