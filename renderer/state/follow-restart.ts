// Browser mode: the program was started anew, and the address that it printed is opened in the tab of its last run. What is
// not saved yet stands on that page only, so the page goes on instead of being loaded anew.
import type { Status } from '../../electron/contract/status.ts'
import { keepAccessToken, onAccessToken } from '../api/access-token.ts'
import { createClient } from '../api/client.ts'
import type { HttpTransport } from '../api/http-transport.ts'
import { createHttpTransport } from '../api/http-transport.ts'
import { RequestFailure } from '../api/transport.ts'
import type { PageState } from './page-state.ts'

/** What the program says of itself to whoever has this token; `null` where it does not let the page in. */
async function askStatus(token: string): Promise<Status | null> {
  try {
    return await createClient(createHttpTransport(token)).readStatus({})
  } catch (failure) {
    if (!(failure instanceof RequestFailure)) throw failure
    return null
  }
}

const isSameProgram = (one: Status, other: Status): boolean =>
  one.version === other.version && one.dataFolder === other.dataFolder

/**
 * Has the page go on with the token of an address that is opened in its tab, where it is that of the same program on the
 * same data folder. Of another one the page is loaded anew by `reload`, as it is where it never started; before that a
 * page with unsaved words asks. A token that opens nothing changes nothing. Answers a function that ends all that.
 */
export function followRestart(
  { status }: Pick<PageState, 'status'>,
  transport: HttpTransport,
  reload: () => void,
): () => void {
  async function follow(token: string): Promise<void> {
    const known = status.store.getState().status
    const next = known && (await askStatus(token))
    if (known !== null && next === null) return
    keepAccessToken(token)
    if (known && next && isSameProgram(known, next)) transport.useToken(token)
    else reload()
  }
  return onAccessToken((token) => void follow(token))
}
