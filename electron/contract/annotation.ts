// What a reader adds: a highlight, with or without a note; a note on an article as a whole; a memo. Runs everywhere.
import { z } from 'zod'
import { articleIdSchema } from './article.ts'
import { highlightColours, highlightStyles, noArticleId, noteLimit, tagLimits } from './limits.ts'

/** One of the {@link highlightColours}. */
export const highlightColourSchema = z.enum(highlightColours)
/** See {@link highlightColourSchema}. */
export type HighlightColour = z.infer<typeof highlightColourSchema>

/**
 * Where an annotation hangs: the edition by its hash, a position in that edition's text, and the quoted
 * words with up to 64 UTF-16 units on each side, so that they can be found again in a later edition.
 * After the Text Quote and Text Position selectors of the W3C Web Annotation Data Model.
 */
export const anchorSchema = z.strictObject({
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  exact: z.string().min(1),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
})
/** See {@link anchorSchema}. */
export type Anchor = z.infer<typeof anchorSchema>

/**
 * How an annotation came to hang where it does, once its article had a new edition. Every later edition is searched
 * from `from`, the anchor that the reader made, so that no error grows from edition to edition.
 */
export const carriedOverSchema = z.discriminatedUnion('kind', [
  /** Its words stand in the new edition as they were, or nearly so. */
  z.strictObject({ kind: z.literal('placed'), from: anchorSchema }),
  /** A place that is probably meant (`score` from 0 to 1): the reader is asked to look. */
  z.strictObject({ kind: z.literal('moved'), from: anchorSchema, score: z.number().min(0).max(1) }),
  /** No place in the edition `missingIn` is surely meant; `anchor` is still the reader's own. */
  z.strictObject({ kind: z.literal('unanchored'), missingIn: anchorSchema.shape.contentHash }),
])
/** See {@link carriedOverSchema}. */
export type CarriedOver = z.infer<typeof carriedOverSchema>

/** One of the {@link highlightStyles}. */
export type HighlightStyle = (typeof highlightStyles)[number]

/** Where annotations are kept: with an article, or with the memos. */
export const shelfIdSchema = z.union([articleIdSchema, z.literal(noArticleId)])

/** The tags of an annotation, as the reader wrote them; `normaliseTags` has been over them. */
export const tagsSchema = z.array(z.string().min(1).max(tagLimits.length)).max(tagLimits.count)

/** The id of an annotation: a UUID that the page makes, so that a repeated request changes nothing. */
export const annotationIdSchema = z.uuid()

/**
 * One annotation: a highlight with its note, or, without an anchor, a note on an article as a whole or a memo. Times are
 * milliseconds since 1970.
 */
export const annotationSchema = z
  .strictObject({
    id: annotationIdSchema,
    /** The article that it belongs to, or {@link noArticleId}. */
    articleId: shelfIdSchema,
    /** `null` where it hangs on no words. */
    anchor: anchorSchema.nullable(),
    /** Absent where the reader put the annotation where it is. */
    carriedOver: carriedOverSchema.optional(),
    /** `null` where a note without an anchor has been given none; a highlight has one. */
    colour: highlightColourSchema.nullable(),
    /** Absent where it is filled as well as underlined. */
    style: z.literal('underline').optional(),
    /** The reader's words, in Markdown; empty where there is no note. */
    note: z.string().max(noteLimit),
    /** Absent where there are none. */
    tags: tagsSchema.min(1).optional(),
    createdAt: z.int().nonnegative(),
    updatedAt: z.int().nonnegative(),
    /** Set while the annotation is deleted; it is kept, so that the deletion can be taken back. */
    deletedAt: z.int().nonnegative().nullable(),
    /** 1 at first, one more at each change. A change must name the revision that it was made from. */
    revision: z.int().positive(),
  })
  .refine(
    ({ anchor, articleId, colour }) => anchor === null || (articleId !== noArticleId && colour !== null),
    {
      message: 'a highlight has an article and a colour',
    },
  )
/** See {@link annotationSchema}. */
export type Annotation = z.infer<typeof annotationSchema>

/** An annotation that hangs on words. */
export type AnchoredAnnotation = Annotation & { anchor: Anchor; colour: HighlightColour }

/** Whether it hangs on words. */
export function isAnchored(annotation: Annotation): annotation is AnchoredAnnotation {
  return annotation.anchor !== null
}

/**
 * A wish to keep an annotation as told. `revision` is the one that the page last saw, 0 for a new annotation.
 * The position is checked against the article; the quoted words are taken from the article itself. Without a
 * `contentHash` it hangs on no words, and `start` and `end` are 0.
 */
export const annotationDraftSchema = z
  .strictObject({
    id: annotationIdSchema,
    articleId: shelfIdSchema,
    revision: z.int().nonnegative(),
    contentHash: anchorSchema.shape.contentHash.nullable(),
    start: z.int(),
    end: z.int(),
    colour: highlightColourSchema.nullable(),
    style: z.enum(highlightStyles).optional(),
    note: z.string().max(noteLimit, `a note holds at most ${noteLimit} characters`),
    tags: tagsSchema.optional(),
  })
  .refine(
    ({ contentHash, articleId, colour }) =>
      contentHash === null || (articleId !== noArticleId && colour !== null),
    { message: 'a highlight has an article and a colour' },
  )
/** See {@link annotationDraftSchema}. */
export type AnnotationDraft = z.infer<typeof annotationDraftSchema>
