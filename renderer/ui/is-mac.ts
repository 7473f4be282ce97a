// Whether the keyboard is a Mac's, where Cmd does what Ctrl does elsewhere.

/** True on a Mac. */
export const isMac = /mac/i.test(navigator.userAgent)
