// Puts a component on the page for a test.
import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import type { RenderResult } from 'vitest-browser-react/pure'
import { render } from 'vitest-browser-react/pure'

/** Renders; all of it is on the page when the promise is kept. The build for readers has no `act` to wait for that. */
export async function renderAtOnce(element: ReactElement): Promise<RenderResult> {
  return flushSync(() => render(element))
}
