// The key to the loopback program: it comes in the address's fragment and is kept for this tab only.

const storageKey = 'bookwheel-access-token'

/**
 * Takes the token out of the address (so that it is in no history and no bookmark) or, after a reload, from
 * the tab's own storage. Answers `null` where there is none.
 */
export function takeAccessToken(): string | null {
  const fromAddress = takeOutOfAddress()
  if (fromAddress === null) return sessionStorage.getItem(storageKey)
  keepAccessToken(fromAddress)
  return fromAddress
}

/** Keeps a token for this tab, in place of the one before. */
export function keepAccessToken(token: string): void {
  sessionStorage.setItem(storageKey, token)
}

function takeOutOfAddress(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('t')
  if (token !== null) history.replaceState(null, '', location.pathname)
  return token
}

/**
 * Calls `listener` with the token when an address with another one is opened in this tab: of the same program at the same
 * port only the fragment differs, so that the browser leaves the page as it stands. Nobody knows yet whether it opens
 * anything, so it is not kept. Answers a function that ends that.
 */
export function onAccessToken(listener: (token: string) => void): () => void {
  const read = (): void => {
    const token = takeOutOfAddress()
    if (token !== null && token !== sessionStorage.getItem(storageKey)) listener(token)
  }
  addEventListener('hashchange', read)
  return () => removeEventListener('hashchange', read)
}
