// What each kind of store holds, how it stands in its file and how it is read back. Plain Node.
import { z } from 'zod'
import type { Annotation } from '../contract/annotation.ts'
import { annotationSchema } from '../contract/annotation.ts'
import type { ArticleId } from '../contract/article.ts'
import type { ReadingRecord } from '../contract/reading.ts'
import { readingRecordSchema } from '../contract/reading.ts'
import type { SavedSearch } from '../contract/saved-search.ts'
import { savedSearchSchema } from '../contract/saved-search.ts'
import type { SavedDesk } from '../contract/desk.ts'
import { savedDesksSchema } from '../contract/desk.ts'
import type { Settings, Workspace } from '../contract/settings.ts'
import { settingsSchema, workspaceSchema } from '../contract/settings.ts'
import type { Catalogue, EditionTexts, TrashLedger } from '../services/ports.ts'
import { freezeDeeply } from './freeze-deeply.ts'
import { keepUsableValues } from './keep-usable-values.ts'
import type { Rescue } from './rescue-annotations.ts'
import { createAnnotationRescue } from './rescue-annotations.ts'

/** The members of a store's JSON file, but for its `format`. */
export type Members = Record<string, unknown>

/**
 * One step from a format of a store to the next. It is handed members that nobody has checked and must not change
 * them; where it throws, the file is left as it is and cannot be written.
 */
export type Migration = (members: Members) => Members

/** The bridge between a value and the members of its file. */
export interface DocumentFormat<Value> {
  /** The value where nothing was ever stored. */
  empty: Value
  /** A checked copy of a value that is to be stored; throws a ZodError where it could not be read back. */
  check(value: Value): Value
  toMembers(value: Value): Members
  /** Everything usable; `dropped` names what was not, such as `theme` or `annotations[3]`. */
  fromMembers(members: Members): { value: Value; dropped: string[] }
  /** The steps from format 1 to the present one, whose number is one more than there are steps. Absent: format 1. */
  migrations?: readonly Migration[]
  /**
   * Present where the store holds the reader's own words. Then a file that has gone comes back from its backup; of
   * the others the file may be deleted to begin anew.
   */
  rescue?: Rescue<Value>
}

/** The number in the `format` member of the files that this program writes; a higher one is a newer program's. */
export function presentFormat({ migrations = [] }: Pick<DocumentFormat<never>, 'migrations'>): number {
  return migrations.length + 1
}

/** The reader's choices. */
export const settingsFormat: DocumentFormat<Settings> = {
  empty: settingsSchema.parse({}),
  check: (value) => settingsSchema.parse(value),
  toMembers: (value) => value,
  fromMembers: (members) => keepUsableValues(settingsSchema, members),
}

/** The state of the desk. A file without a usable member says the same as no file: none was saved. */
export const workspaceFormat: DocumentFormat<Workspace | null> = {
  empty: null,
  check: (value) => workspaceSchema.nullable().parse(value),
  toMembers: (value) => value ?? {},
  fromMembers(members) {
    const { value, dropped, isEmpty } = keepUsableValues(workspaceSchema, members)
    return { value: isEmpty ? null : value, dropped }
  },
}

const desksSchema = z.strictObject({ desks: savedDesksSchema.default([]) })

/** The desks that are kept under names. */
export const desksFormat: DocumentFormat<SavedDesk[]> = {
  empty: [],
  check: (value) => desksSchema.parse({ desks: value }).desks,
  toMembers: (value) => ({ desks: value }),
  fromMembers(members) {
    const { value, dropped } = keepUsableValues(desksSchema, members)
    return { value: value.desks, dropped }
  },
}

const catalogueSchema = z.strictObject({ removedCollections: z.array(z.string().max(64)).default([]) })

/** What of the library the reader has changed. */
export const catalogueFormat: DocumentFormat<Catalogue> = {
  empty: catalogueSchema.parse({}),
  check: (value) => catalogueSchema.parse(value),
  toMembers: (value) => ({ ...value }),
  fromMembers: (members) => keepUsableValues(catalogueSchema, members),
}

const trashSchema = z.strictObject({ checkedAt: z.int().nonnegative().nullable().default(null) })

/** What the trash remembers from one start to the next. */
export const trashFormat: DocumentFormat<TrashLedger> = {
  empty: trashSchema.parse({}),
  check: (value) => trashSchema.parse(value),
  toMembers: (value) => ({ ...value }),
  fromMembers: (members) => keepUsableValues(trashSchema, members),
}

const readingSchema = z.strictObject({ articles: z.array(readingRecordSchema).default([]) })

/** What was opened and read. */
export const readingFormat: DocumentFormat<ReadingRecord[]> = {
  empty: [],
  check: (value) => readingSchema.parse({ articles: value }).articles,
  toMembers: (value) => ({ articles: value }),
  fromMembers(members) {
    const { value, dropped } = keepUsableValues(readingSchema, members)
    return { value: value.articles, dropped }
  },
}

const searchesSchema = z.strictObject({ searches: z.array(savedSearchSchema).default([]) })

/** The saved searches. */
export const searchesFormat: DocumentFormat<SavedSearch[]> = {
  empty: [],
  check: (value) => searchesSchema.parse({ searches: value }).searches,
  toMembers: (value) => ({ searches: value }),
  fromMembers(members) {
    const { value, dropped } = keepUsableValues(searchesSchema, members)
    return { value: value.searches, dropped }
  },
}

const editionsSchema = z.strictObject({
  texts: z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string()).default({}),
})

/** The texts that the annotations of one article were made on. */
export const editionsFormat: DocumentFormat<EditionTexts> = {
  empty: {},
  check: (value) => editionsSchema.parse({ texts: value }).texts,
  toMembers: (value) => ({ texts: value }),
  fromMembers(members) {
    const { value, dropped } = keepUsableValues(editionsSchema, members)
    return { value: value.texts, dropped }
  },
}

const annotationsSchema = listOf(annotationSchema)

/**
 * Those that a store has checked and holds, frozen: at a change to one of thousands the others are not checked anew.
 */
const checkedAnnotations = new WeakSet<Annotation>()

function rememberChecked(annotation: Annotation): Annotation {
  checkedAnnotations.add(freezeDeeply(annotation))
  return annotation
}

function listOf(schema: z.ZodType<Annotation>) {
  return z.strictObject({ annotations: z.array(schema).default([]) })
}

/** The annotations of one article; a record that names another article is not one of them. */
export function annotationsFormat(articleId: ArticleId): DocumentFormat<Annotation[]> {
  const isOwn = (annotation: Annotation) => annotation.articleId === articleId
  /** Only to say what is wrong: making a schema for every article would take longer than reading all of them. */
  const makeOwnSchema = () =>
    listOf(
      annotationSchema.refine(isOwn, {
        path: ['articleId'],
        message: `this store holds the annotations of ${articleId}`,
      }),
    )
  return {
    empty: [],
    check(value) {
      if (!value.every(isOwn)) return makeOwnSchema().parse({ annotations: value }).annotations
      return value.map((annotation) =>
        checkedAnnotations.has(annotation) ? annotation : rememberChecked(annotationSchema.parse(annotation)),
      )
    },
    toMembers: (value) => ({ annotations: value }),
    fromMembers(members) {
      const whole = annotationsSchema.safeParse(members)
      if (whole.success && whole.data.annotations.every(isOwn)) {
        return { value: whole.data.annotations, dropped: [] }
      }
      const { value, dropped } = keepUsableValues(makeOwnSchema(), members)
      return { value: value.annotations, dropped }
    },
    rescue: createAnnotationRescue(isOwn),
  }
}
