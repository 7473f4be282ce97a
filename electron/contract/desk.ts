// Desks that the reader has saved under names: what is open, where, and what is asked. Runs everywhere.
import { z } from 'zod'
import { libraryListingSchema } from './library-listing.ts'
import { deskLimit, deskNameLimit } from './limits.ts'
import { workspaceSchema } from './settings.ts'

/** The id of a saved desk: a UUID that the page makes, so that a retry changes nothing. */
export const deskIdSchema = z.uuid()

/** What a reader calls a desk. */
export const deskNameSchema = z.string().trim().min(1).max(deskNameLimit)

/** What a desk holds of the workspace: the widths of the sides belong to the window and not to a piece of work. */
export const deskContentSchema = workspaceSchema
  .pick({
    panes: true,
    focusedPane: true,
    wide: true,
    query: true,
    notebook: true,
  })
  .extend({
    /** Order and filter of the library's list; absent in a desk from before they were held, which leaves them alone. */
    listing: libraryListingSchema.optional(),
  })
/** See {@link deskContentSchema}. */
export type DeskContent = z.infer<typeof deskContentSchema>

/** A desk as it is kept. */
export const savedDeskSchema = z.strictObject({
  id: deskIdSchema,
  name: deskNameSchema,
  /** When it was last saved or renamed: milliseconds since 1970. */
  updatedAt: z.int().nonnegative(),
  content: deskContentSchema,
})
/** See {@link savedDeskSchema}. */
export type SavedDesk = z.infer<typeof savedDeskSchema>

/** All saved desks. */
export const savedDesksSchema = z.array(savedDeskSchema).max(deskLimit)
