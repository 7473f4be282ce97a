// How the library's list is ordered and which articles it lets through. Runs everywhere.
import { z } from 'zod'
import { articleKindSchema, partialDateSchema } from './article.ts'
import { annotatedChoices, filterChoiceLimit, librarySorts, readingChoices } from './library-choices.ts'

const names = z.array(z.string().max(300)).max(filterChoiceLimit).default([])

/**
 * Which articles are listed. Within one list any of its values will do, and an empty one lets all through; across
 * the lists all must agree.
 */
export const libraryFilterSchema = z.strictObject({
  /** Outlets, or the agencies or the section where none is named; the empty text is an account that names neither. */
  outlets: names,
  kinds: z.array(articleKindSchema).max(filterChoiceLimit).default([]),
  tags: names,
  /** BCP 47 tags of the articles' own languages. */
  languages: names,
  /** The earliest and the latest date, each as precise as it is told; undated articles are left out where either stands. */
  from: partialDateSchema.nullable().default(null),
  to: partialDateSchema.nullable().default(null),
  /** Whether undated articles stay in where a date is told. */
  withUndated: z.boolean().default(false),
  reading: z.enum(readingChoices).default('any'),
  annotated: z.enum(annotatedChoices).default('any'),
})
/** See {@link libraryFilterSchema}. */
export type LibraryFilter = z.infer<typeof libraryFilterSchema>

/** The library's list as the reader left it. */
export const libraryListingSchema = z.strictObject({
  sort: z.enum(librarySorts).default('title'),
  filter: libraryFilterSchema.prefault({}),
})
/** See {@link libraryListingSchema}. */
export type LibraryListing = z.infer<typeof libraryListingSchema>
