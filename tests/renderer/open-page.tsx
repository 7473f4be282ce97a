// Opens the whole page over a fake program, as main.tsx does: same order, same styles but for the bundled faces,
// whose late arrival would move the text under a test.
import '../../renderer/theme/tokens.css'
import '../../renderer/theme/base.css'
import '../../renderer/theme/highlights.css'
import { StrictMode } from 'react'
import type { ReactNode } from 'react'
import { IntlProvider } from 'react-intl'
import { page } from 'vitest/browser'
import type { Locator } from 'vitest/browser'
import { App } from '../../renderer/app.tsx'
import messages from '../../renderer/messages/en.json'
import type { PageState } from '../../renderer/state/page-state.ts'
import { PageStateContext, createPageState } from '../../renderer/state/page-state.ts'
import { applyRememberedTheme } from '../../renderer/theme/use-theme.ts'
import type { FakeProgram } from './fake-program.ts'
import { renderAtOnce } from './render-at-once.ts'

/** The id of the element by which react-aria knows that its style is not needed; index.html carries it. */
const styleMarkId = 'react-aria-pressable-style'

function carryStyleMark(): void {
  if (document.getElementById(styleMarkId)) return
  const mark = document.createElement('meta')
  mark.id = styleMarkId
  document.head.append(mark)
}

/** What surrounds every part of the page. */
export function Surroundings({ state, children }: { state: PageState; children: ReactNode }): ReactNode {
  return (
    <StrictMode>
      <IntlProvider locale="en" messages={messages}>
        <PageStateContext value={state}>{children}</PageStateContext>
      </IntlProvider>
    </StrictMode>
  )
}

/** Draws the page without waiting for what it reads; answers its state and the promise of its start. */
export async function drawPage(program: FakeProgram): Promise<{ state: PageState; started: Promise<void> }> {
  carryStyleMark()
  applyRememberedTheme()
  const state = createPageState(program.transport)
  await renderAtOnce(
    <Surroundings state={state}>
      <App />
    </Surroundings>,
  )
  return { state, started: state.start() }
}

/** Opens the page as for a reader who was never here before, and waits until it has read what it shows at first. */
export async function openPage(program: FakeProgram): Promise<PageState> {
  localStorage.clear()
  const { state, started } = await drawPage(program)
  await started
  return state
}

/** The pane with this number, counted from 1. */
export const pane = (number: number): Locator => page.getByRole('region', { name: `Pane ${number}` })

/** The article in the pane with this number. */
export const articleIn = (number: number): Locator => pane(number).getByRole('article')

/** The search field. */
export const searchbox = (): Locator => page.getByRole('searchbox', { name: 'Search library' })

/** The rows of the results. */
export const results = (): Locator => page.getByRole('list', { name: 'Results' }).getByRole('listitem')

/** The notebook. */
export const notebook = (): Locator => page.getByRole('complementary', { name: 'Notebook' })

/** The cards of the notebook, in its order. */
export const cards = (): Locator => notebook().getByRole('listitem')

/** The toolbar beside a selection. */
export const toolbar = (): Locator => page.getByRole('toolbar', { name: 'Highlight selection' })
