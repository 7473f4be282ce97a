// How much room panes need. In the page.

/** Letters that a line should hold at the least, and how wide a letter is on average, as a share of the letters' size. */
const lineOfLetters = { count: 28, width: 0.48 } as const

/** CSS pixels beside the text of a narrow pane: its numbers and its margin marks. */
const sideWidth = 62

/**
 * CSS pixels below which a pane is no use: then one at a time is shown, under the names of all. That is 22rem,
 * and more where larger letters need it. `textSize` is in CSS pixels.
 */
export function paneFloor(textSize: number): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const line = lineOfLetters.count * lineOfLetters.width * textSize
  return Math.round(Math.max(22 * rem, sideWidth + line))
}

/** CSS pixels of the line between two panes. */
const lineWidth = 8

/** CSS pixels that so many panes need beside each other, where each needs `floor`. */
export function roomForPanes(count: number, floor: number): number {
  return count * floor + (count - 1) * lineWidth
}

/** CSS pixels that a pane needs to be read with ease; two panes are always offered. */
const comfortableWidth = 400

/** How many panes fit the room that panes have now. */
export function paneCapacity(): number {
  const width = document.querySelector('.desk')?.clientWidth ?? 0
  return Math.max(2, Math.floor(width / comfortableWidth))
}
