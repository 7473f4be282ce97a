// What a screen reader would say, from the browser's own accessibility tree.
import type { CDPSession, Page } from 'playwright-core'

/** The page as assistive technology knows it. */
export interface ReadAloud {
  /** The element with the focus: its role, and its name in quotation marks. */
  focus: () => Promise<string>
  /** The words of all live regions, those without words left out. */
  live: () => Promise<string[]>
}

async function readFocus(session: CDPSession): Promise<string> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' })
  const { objectId } = result
  if (objectId === undefined) return 'nothing'
  const { nodes } = await session.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false })
  const [node] = nodes
  return node ? `${String(node.role?.value)} “${String(node.name?.value ?? '')}”` : 'nothing'
}

/** Listens to a page. */
export async function readAloud(page: Page): Promise<ReadAloud> {
  const session = await page.context().newCDPSession(page)
  return {
    focus: () => readFocus(session),
    live: async () => {
      const words = await page.locator('[role="status"], [role="alert"], [aria-live]').allTextContents()
      return words.map((said) => said.trim()).filter((said) => said !== '')
    },
  }
}
