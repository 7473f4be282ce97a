// A filter of the library that lets everything through, and whether one does. Pure.
import type { LibraryFilter, LibraryListing } from '../../electron/contract/library-listing.ts'

/** Lets everything through. */
export const emptyFilter: LibraryFilter = {
  outlets: [],
  kinds: [],
  tags: [],
  languages: [],
  from: null,
  to: null,
  withUndated: false,
  reading: 'any',
  annotated: 'any',
}

/** The list of a reader who has chosen nothing. */
export const plainListing: LibraryListing = { sort: 'title', filter: emptyFilter }

/** Whether a filter leaves anything out; that undated articles may stay in leaves out nothing by itself. */
export function isFiltering(filter: LibraryFilter): boolean {
  const { outlets, kinds, tags, languages, from, to, reading, annotated } = filter
  return (
    [outlets, kinds, tags, languages].some((names) => names.length > 0) ||
    from !== null ||
    to !== null ||
    reading !== 'any' ||
    annotated !== 'any'
  )
}
