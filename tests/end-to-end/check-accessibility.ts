// Runs axe on a page. Its source goes in through the debugger: the page's own policy lets no foreign script in.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  interface Window {
    axe: { run(context: Document | Element, options: RunOptions): Promise<AxeResults> }
  }
}

/** All of axe's rules but those that are only its makers' experiments; no style sheet is fetched anew. */
const options: RunOptions = { resultTypes: ['violations'], preload: false }

/** Runs in the page. While a dialog stands, all else is hidden from assistive technology and not the page's content. */
function runAxe(given: RunOptions): Promise<AxeResults> {
  return window.axe.run(document.querySelector('[role=dialog]') ?? document, given)
}

/** What axe can find wrong with a page: all of it, or what depends on the theme alone, which takes a tenth of the time. */
export type Rules = 'all' | 'of colours'

const optionsFor: Record<Rules, RunOptions> = {
  all: options,
  'of colours': { ...options, runOnly: ['color-contrast', 'link-in-text-block'] },
}

/** What axe finds wrong with the page as it stands: each rule with the elements that break it. */
export async function findViolations(page: Page, rules: Rules): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const { violations } = await page.evaluate(runAxe, optionsFor[rules])
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')}: ${failureSummary}`),
  )
}
