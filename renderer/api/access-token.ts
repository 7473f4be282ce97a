// The key to the loopback program: it comes in the address's fragment and is kept for this tab only.

const storageKey = 'bookwheel-access-token'

/**
 * Takes the token out of the address (so that it is in no history and no bookmark) or, after a reload, from
 * the tab's own storage. Answers `null` where there is none.
 */
export function takeAccessToken(): string | null {
  const fromAddress = new URLSearchParams(location.hash.slice(1)).get('t')
  if (fromAddress === null) return sessionStorage.getItem(storageKey)
  sessionStorage.setItem(storageKey, fromAddress)
  history.replaceState(null, '', location.pathname)
  return fromAddress
}

/**
 * Calls `listener` with the token when an address with another one is opened in this tab: of the same program at the same
 * port only the fragment differs, so that the browser leaves the page as it stands. Answers a function that ends that.
 */
export function onAccessToken(listener: (token: string) => void): () => void {
  let known = sessionStorage.getItem(storageKey)
  const read = (): void => {
    const token = takeAccessToken()
    if (token === null || token === known) return
    known = token
    listener(token)
  }
  addEventListener('hashchange', read)
  return () => removeEventListener('hashchange', read)
}
