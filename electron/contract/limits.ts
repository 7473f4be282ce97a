// Bounds that both the page and the checks of requests need. Apart from the schemas, so that the page does not carry zod. Runs everywhere.

/** The five colours of highlights, in the order in which the page offers them and keys 1 to 5 choose them. */
export const highlightColours = ['yellow', 'green', 'blue', 'purple', 'red'] as const

/**
 * Stands in the place of an article's id where an annotation belongs to no article: such a note is a memo. No article's
 * id begins so.
 */
export const noArticleId = '~memos'

/** How a highlight is drawn: filled and underlined, or underlined only. */
export const highlightStyles = ['highlight', 'underline'] as const

/** The lines that a colour can be underlined with; each colour has one of its own, so that no two look alike in grey. */
export const lineStyles = ['solid', 'dashed', 'dotted', 'double', 'wavy'] as const

/** The lines of the colours until the reader chooses others. */
export const plainColourLines = {
  yellow: 'solid',
  green: 'dashed',
  blue: 'dotted',
  purple: 'double',
  red: 'wavy',
} as const

/** The longest name that a reader can give to what a colour stands for, in UTF-16 units. */
export const meaningLimit = 40

/** The longest tag, in UTF-16 units, and the most tags of one annotation. */
export const tagLimits = { length: 60, count: 50 } as const

/** The longest note that is kept, in UTF-16 units. */
export const noteLimit = 100_000

/** Smallest and largest size of the articles' letters, in CSS pixels. */
export const textSizeBounds = { smallest: 12, largest: 40 } as const

/** The faces that articles can be set in: a serif, a sans, and one whose letters are hard to mistake for each other. */
export const readingFaces = ['literata', 'source-sans', 'atkinson'] as const

/** How long lines may become: about 55, 68 and 80 characters. */
export const measures = ['narrow', 'medium', 'wide'] as const

/** Smallest and largest line height of articles, and one step between, in percent of the letters' size. */
export const leadingBounds = { smallest: 120, largest: 220, step: 10 } as const

/** How articles are set until the reader says otherwise. */
export const plainTypography = {
  face: 'literata',
  textSize: 18,
  leading: 160,
  measure: 'medium',
  paragraphNumbers: true,
} as const

/** The most articles that can stand open side by side. */
export const paneLimit = 4

/** The most places that a pane remembers each way, to go back and forward to. */
export const historyLimit = 30

/** The most places that a find in one article tells: a single letter may stand in a long one a hundred thousand times. */
export const findLimit = 5000

/** The most UTF-16 units of what is looked for in one article. */
export const findWordsLimit = 500

/** The most desks that are kept under names. */
export const deskLimit = 200

/** The longest name of a desk, in UTF-16 units. */
export const deskNameLimit = 80
