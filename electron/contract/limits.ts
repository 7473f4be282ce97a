// Bounds that both the page and the checks of requests need. Apart from the schemas, so that the page does not carry zod. Runs everywhere.

/** The five colours of highlights, in the order in which the page offers them and keys 1 to 5 choose them. */
export const highlightColours = ['yellow', 'green', 'blue', 'purple', 'red'] as const

/** The longest note that is kept, in UTF-16 units. */
export const noteLimit = 100_000

/** Smallest and largest size of the articles' letters, in CSS pixels. */
export const textSizeBounds = { smallest: 12, largest: 40 } as const

/** The most articles that can stand open side by side. */
export const paneLimit = 4
