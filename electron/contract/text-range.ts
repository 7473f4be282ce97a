// A stretch of text, the one shape in which matches, marks and anchors are told. Runs everywhere.
import { z } from 'zod'

/** A stretch of text: UTF-16 offsets into the text named beside it, `start` included, `end` excluded. */
export const textRangeSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
})

/** See {@link textRangeSchema}. */
export type TextRange = z.infer<typeof textRangeSchema>
