// Keys as the reader's own keyboard prints them.

const isMac = /mac/i.test(navigator.userAgent)

/** Writes keys such as `Mod+Enter` for this system: `Ctrl+Enter`, or `⌘Enter` on a Mac. */
export function keyWords(keys: string): string {
  return isMac ? keys.replaceAll('Mod+', '⌘').replaceAll('Shift+', '⇧') : keys.replaceAll('Mod', 'Ctrl')
}
