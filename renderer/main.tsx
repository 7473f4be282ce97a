// Starts the page: picks the transport of the shell that carries it, reads, and draws.
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css'
import '@fontsource-variable/literata/opsz.css'
import '@fontsource-variable/literata/opsz-italic.css'
import '@fontsource-variable/source-sans-3/wght.css'
import './theme/tokens.css'
import './theme/base.css'
import './theme/highlights.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { IntlProvider } from 'react-intl'
import { takeAccessToken } from './api/access-token.ts'
import { createHttpTransport } from './api/http-transport.ts'
import { createIpcTransport } from './api/ipc-transport.ts'
import { RequestFailure } from './api/transport.ts'
import { App } from './app.tsx'
import { StartFailure } from './features/status/start-failure.tsx'
import messages from './messages/en.json'
import { followRestart } from './state/follow-restart.ts'
import type { PageState } from './state/page-state.ts'
import { PageStateContext, createPageState } from './state/page-state.ts'
import { applyRememberedTheme } from './theme/use-theme.ts'

applyRememberedTheme()

/** The state of the page over the transport of the shell that carries it. */
function createState(): PageState {
  if (window.bookwheel) return createPageState(createIpcTransport(window.bookwheel))
  const transport = createHttpTransport(takeAccessToken() ?? '')
  const state = createPageState(transport)
  followRestart(state, transport, () => location.reload())
  return state
}

const state = createState()
const element = document.getElementById('root')
if (!element) throw new Error('index.html lacks its root element')
const root = createRoot(element)

function draw(page: React.ReactNode): void {
  root.render(
    <StrictMode>
      <IntlProvider locale="en" messages={messages}>
        {page}
      </IntlProvider>
    </StrictMode>,
  )
}

draw(
  <PageStateContext value={state}>
    <App />
  </PageStateContext>,
)
state.start().catch((failure: unknown) => {
  if (!(failure instanceof RequestFailure)) throw failure
  draw(<StartFailure error={failure.error} />)
})
