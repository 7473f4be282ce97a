// The address under which the page lives in the desktop shell. Pure.

/** The scheme that the program registers for its own page. */
export const pageScheme = 'app'

/** The only host of that scheme. */
export const pageHost = 'bookwheel'

/** The address of the page itself; everything that it may load begins with it. */
export const pageAddress = `${pageScheme}://${pageHost}/`

/**
 * Whether an address as Chromium writes it (`url` of a frame or a request) is the page's own. Told by its beginning:
 * to Node's `URL` the origin of every such scheme is `null`.
 */
export function isPageAddress(address: string): boolean {
  return address.startsWith(pageAddress)
}
