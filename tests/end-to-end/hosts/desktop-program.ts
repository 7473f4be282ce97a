// What a spec may do with the desktop shell beyond what every shell can do, in the stand-in and in Electron alike. Runs in Node.
import type Electron from 'electron'
import type { Page } from 'playwright-core'
import type { OperationName } from '../../../electron/contract/operation-names.ts'
import type { Program } from '../program.ts'

/**
 * Runs a function in the main process, with Electron's module, and answers what it answers. It may use nothing from
 * around it; what it takes and answers must be JSON.
 */
export type RunInElectron = <Argument, Answer>(
  work: (electron: typeof Electron, argument: Argument) => Answer | Promise<Answer>,
  argument: Argument,
) => Promise<Answer>

/** A desktop program, with a look behind its windows. */
export interface DesktopProgram extends Program {
  inElectron: RunInElectron
  /** The pages of all windows, in the order in which they were opened. */
  pages(): Page[]
}

/** The size at which specs see a page, in CSS pixels. */
const pageSize = { width: 1440, height: 900 }

/** Waits for the page of the newest window to be loaded from `address`, and gives it its size where it has one of its own. */
export async function awaitPage(page: Page, address: string, inElectron: RunInElectron): Promise<Page> {
  await page.waitForURL(address)
  await page.getByRole('list', { name: /^(Library|Results)$/ }).waitFor()
  const isSized = await inElectron(({ BrowserWindow }, { width, height }) => {
    const window = BrowserWindow.getAllWindows().at(-1)
    if (!window || window.isMaximized() || window.isFullScreen()) return false
    window.setContentSize(width, height)
    return true
  }, pageSize)
  if (isSized) await page.waitForFunction(({ width }) => window.innerWidth === width, pageSize)
  return page
}

/** Opens one more window, as the menu does. */
export async function openFurtherWindow(inElectron: RunInElectron): Promise<void> {
  await inElectron(({ Menu }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('new-window')
    if (!item) throw new Error('the menu has no item for a new window')
    item.click()
  }, null)
}

/** Asks for an operation through the bridge of the first page. */
export async function callThroughBridge(
  [page]: readonly Page[],
  operation: OperationName,
  input: unknown,
): Promise<unknown> {
  if (page === undefined) throw new Error('no window is open')
  return page.evaluate(
    ([name, given]) => {
      if (!window.bookwheel) throw new Error('the page has no bridge')
      return window.bookwheel.operations[name](given)
    },
    [operation, input] as const,
  )
}
