// Presses a button of the page in the reader's stead: for commands that open what a button opens. In the page.

/**
 * Presses the first button that carries `data-command` with this name within `part`. The focus stays where it is. Two
 * frames later: a dialog that has just closed gives the focus back first, or what opens would lose it and close.
 */
export function pressButton(command: string, part: ParentNode | null = document): void {
  const press = (): void => part?.querySelector<HTMLElement>(`[data-command="${command}"]`)?.click()
  requestAnimationFrame(() => requestAnimationFrame(press))
}
