// A query and a filter under a name. Runs everywhere.
import { z } from 'zod'
import { savedSearchLimits } from './library-choices.ts'
import { libraryFilterSchema } from './library-listing.ts'

/** A search as a page saves it; the page makes the id, so that a second try changes nothing. */
export const savedSearchDraftSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1).max(savedSearchLimits.name),
  query: z.string().max(1000),
  filter: libraryFilterSchema,
})
/** See {@link savedSearchDraftSchema}. */
export type SavedSearchDraft = z.infer<typeof savedSearchDraftSchema>

/** A search as it is kept. */
export const savedSearchSchema = savedSearchDraftSchema.extend({
  /** When it was saved last: milliseconds since 1970. */
  updatedAt: z.int().nonnegative(),
})
/** See {@link savedSearchSchema}. */
export type SavedSearch = z.infer<typeof savedSearchSchema>
