// What the list of the library can be ordered and sifted by. Without zod, so that the page need not carry it. Runs everywhere.

/** Orders of the library's list. `recent` is by when an article was opened last. */
export const librarySorts = ['title', 'outlet', 'newest', 'oldest', 'recent'] as const
/** See {@link librarySorts}. */
export type LibrarySort = (typeof librarySorts)[number]

/** Whether only read or only unread articles are listed. */
export const readingChoices = ['any', 'unread', 'read'] as const

/** Whether only articles with highlights, or only those without, are listed. */
export const annotatedChoices = ['any', 'with', 'without'] as const

/** The most choices of one kind that a filter holds. */
export const filterChoiceLimit = 200

/** The longest name of a saved search, in UTF-16 units, and how many there may be. */
export const savedSearchLimits = { name: 100, count: 500 } as const
