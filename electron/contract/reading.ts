// What the reader has opened and read. Runs everywhere.
import { z } from 'zod'
import { articleIdSchema } from './article.ts'

/** What is known of one article; an article without a record was never opened nor marked. */
export const readingRecordSchema = z.strictObject({
  articleId: articleIdSchema,
  /** When it was opened last: milliseconds since 1970; `null` where it was marked without being opened. */
  openedAt: z.int().nonnegative().nullable().default(null),
  read: z.boolean().default(false),
  /** When `read` was last set: milliseconds since 1970; `null` where it never was. */
  markedAt: z.int().nonnegative().nullable().default(null),
})
/** See {@link readingRecordSchema}. */
export type ReadingRecord = z.infer<typeof readingRecordSchema>
