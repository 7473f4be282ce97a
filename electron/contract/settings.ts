// What the reader has set, and how the desk stood when it was last left. Runs everywhere.
import { z } from 'zod'
import { highlightColourSchema } from './annotation.ts'
import { articleIdSchema } from './article.ts'
import { libraryListingSchema } from './library-listing.ts'
import { chosenKeysSchema } from './commands.ts'
import {
  highlightColours,
  historyLimit,
  leadingBounds,
  lineStyles,
  meaningLimit,
  measures,
  paneLimit,
  plainColourLines,
  plainTypography,
  readingFaces,
  tagLimits,
  textSizeBounds,
} from './limits.ts'
import { notebookGroupings, notebookScopes, notebookTextLimit, notePresences } from './notebook.ts'

/** The hints of the first run, each shown until it is dismissed. */
export const hintNames = ['search', 'beside', 'highlight'] as const

/** What the reader calls what each colour stands for; the program's own word where one is absent. */
export const colourMeaningsSchema = z.partialRecord(
  highlightColourSchema,
  z.string().trim().min(1).max(meaningLimit),
)
/** See {@link colourMeaningsSchema}. */
export type ColourMeanings = z.infer<typeof colourMeaningsSchema>

/** The line below each colour. Each has one of its own: who sees no colours tells them apart by it. */
export const colourLinesSchema = z
  .record(highlightColourSchema, z.enum(lineStyles))
  .refine((lines) => new Set(Object.values(lines)).size === highlightColours.length, {
    message: 'each colour has a line of its own',
  })
/** See {@link colourLinesSchema}. */
export type ColourLines = z.infer<typeof colourLinesSchema>

/** The reader's choices. Every member has a default, so that a new program reads an older file. */
export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'sepia', 'dark']).default('system'),
  face: z.enum(readingFaces).default(plainTypography.face),
  /** Size of the articles' letters, in CSS pixels. */
  textSize: z
    .int()
    .min(textSizeBounds.smallest)
    .max(textSizeBounds.largest)
    .default(plainTypography.textSize),
  /** Line height of articles, in percent of the letters' size. */
  leading: z.int().min(leadingBounds.smallest).max(leadingBounds.largest).default(plainTypography.leading),
  measure: z.enum(measures).default(plainTypography.measure),
  /** Whether the numbers of paragraphs stand beside the text; citations name them either way. */
  paragraphNumbers: z.boolean().default(plainTypography.paragraphNumbers),
  /** The colour that the highlight key uses: the one chosen last. */
  highlightColour: highlightColourSchema.default('yellow'),
  dismissedHints: z.array(z.enum(hintNames)).default([]),
  /** Keys that differ from the commands' own. Ids that this program does not know are kept for one that does. */
  keys: chosenKeysSchema.default({}),
  /** Whether single letters, digits and signs act as commands (WCAG 2.1.4: it must be possible to switch them off). */
  singleKeys: z.boolean().default(true),
  colourMeanings: colourMeaningsSchema.default({}),
  colourLines: colourLinesSchema.default(plainColourLines),
})
/** See {@link settingsSchema}. */
export type Settings = z.infer<typeof settingsSchema>

/** A change of some settings; members left out stay as they are. */
export const settingsChangeSchema = z.strictObject({
  theme: settingsSchema.shape.theme.unwrap().optional(),
  face: settingsSchema.shape.face.unwrap().optional(),
  textSize: settingsSchema.shape.textSize.unwrap().optional(),
  leading: settingsSchema.shape.leading.unwrap().optional(),
  measure: settingsSchema.shape.measure.unwrap().optional(),
  paragraphNumbers: settingsSchema.shape.paragraphNumbers.unwrap().optional(),
  highlightColour: settingsSchema.shape.highlightColour.unwrap().optional(),
  dismissedHints: settingsSchema.shape.dismissedHints.unwrap().optional(),
  keys: settingsSchema.shape.keys.unwrap().optional(),
  singleKeys: settingsSchema.shape.singleKeys.unwrap().optional(),
  colourMeanings: colourMeaningsSchema.optional(),
  colourLines: colourLinesSchema.optional(),
})
/** See {@link settingsChangeSchema}. */
export type SettingsChange = z.infer<typeof settingsChangeSchema>

/** Where a reader was: an article and the first text of it that was visible. */
export const placeSchema = z.strictObject({
  articleId: articleIdSchema,
  /** UTF-16 offset into the article's text, so that it survives another letter size. */
  topOffset: z.int().nonnegative().default(0),
})
/** See {@link placeSchema}. */
export type Place = z.infer<typeof placeSchema>

/** One open article. */
export const paneStateSchema = z.strictObject({
  ...placeSchema.shape,
  /** Where the reader was before each jump, the last one last. */
  back: z.array(placeSchema).max(historyLimit).default([]),
  /** Where the reader went back from, the last one last. */
  forward: z.array(placeSchema).max(historyLimit).default([]),
  /** Share of the panes' width, in percent. */
  size: z.number().min(0).max(100).nullable().default(null),
})
/** See {@link paneStateSchema}. */
export type PaneState = z.infer<typeof paneStateSchema>

/** What the notebook shows. */
export const notebookViewSchema = z.strictObject({
  scope: z.enum(notebookScopes).default('article'),
  text: z.string().max(notebookTextLimit).default(''),
  /** Only these colours; an empty list lets all through. */
  colours: z.array(highlightColourSchema).max(highlightColours.length).default([]),
  notes: z.enum(notePresences).default('any'),
  /** Only what has this tag; an empty text for what has none, `null` lets all through. */
  tag: z.string().max(tagLimits.length).nullable().default(null),
  grouping: z.enum(notebookGroupings).default('article'),
})
/** See {@link notebookViewSchema}. */
export type NotebookView = z.infer<typeof notebookViewSchema>

/** How the desk stands: what is open, where, and which query is asked. */
export const workspaceSchema = z.strictObject({
  panes: z.array(paneStateSchema).max(paneLimit).default([]),
  /** Index of the pane that commands act on. */
  focusedPane: z
    .int()
    .min(0)
    .max(paneLimit - 1)
    .default(0),
  /** Whether the focused pane has the whole middle to itself. */
  wide: z.boolean().default(false),
  query: z.string().max(1000).default(''),
  libraryOpen: z.boolean().default(true),
  /** Width of the library in CSS pixels. */
  libraryWidth: z.number().min(160).max(800).default(304),
  listing: libraryListingSchema.prefault({}),
  notebookOpen: z.boolean().default(true),
  /** Width of the notebook in CSS pixels. */
  notebookWidth: z.number().min(160).max(800).default(312),
  notebook: notebookViewSchema.prefault({}),
})
/** See {@link workspaceSchema}. */
export type Workspace = z.infer<typeof workspaceSchema>
