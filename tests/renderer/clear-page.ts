// Runs before each page test: what an earlier one has put on the page, or had the page remember, is gone.
import { beforeEach } from 'vitest'
import { cleanup } from 'vitest-browser-react/pure'

/** Theme, letters and lines stand at the root of the page, which no part takes away with it. */
function clearRoot(): void {
  const { dataset, style } = document.documentElement
  for (const name of Object.keys(dataset)) delete dataset[name]
  style.cssText = ''
}

/** What React Aria has read out stands on the page for some seconds, when its labels may have gone with another test. */
function clearAnnouncements(): void {
  for (const region of document.querySelectorAll('[data-live-announcer] > *')) region.replaceChildren()
}

beforeEach(async () => {
  await cleanup()
  clearRoot()
  clearAnnouncements()
  localStorage.clear()
})
