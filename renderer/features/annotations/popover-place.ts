// Where a popover of highlights hangs. In the page.

/** Where a popover hangs and which annotations it lists. */
export interface PopoverPlace {
  /** The box that it hangs at as it stands now, in CSS pixels of the window; `null` where that is not on the page. */
  box: () => DOMRect | null
  ids: string[]
}
