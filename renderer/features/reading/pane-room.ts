// How much room panes need. In the page.

/**
 * CSS pixels below which a pane is no use: then one at a time is shown, under the names of all. Two panes and a narrow
 * library stand side by side in a window of 900.
 */
export const paneFloor = 304

/** CSS pixels that a pane needs to be read with ease; two panes are always offered. */
const comfortableWidth = 400

/** How many panes fit the room that panes have now. */
export function paneCapacity(): number {
  const width = document.querySelector('.desk')?.clientWidth ?? 0
  return Math.max(2, Math.floor(width / comfortableWidth))
}
