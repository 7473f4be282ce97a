// What each kind of store holds, how it stands in its file and how it is read back. Plain Node.
import { z } from 'zod'
import type { Annotation } from '../contract/annotation.ts'
import { annotationSchema } from '../contract/annotation.ts'
import type { ArticleId } from '../contract/article.ts'
import type { Settings, Workspace } from '../contract/settings.ts'
import { settingsSchema, workspaceSchema } from '../contract/settings.ts'
import type { Catalogue } from '../services/ports.ts'
import { keepUsableValues } from './keep-usable-values.ts'

/** The members of a store's JSON file, but for its `format`. */
export type Members = Record<string, unknown>

/** The bridge between a value and the members of its file. */
export interface DocumentFormat<Value> {
  /** The value where nothing was ever stored. */
  empty: Value
  /** A checked copy of a value that is to be stored; throws a ZodError where it could not be read back. */
  check(value: Value): Value
  toMembers(value: Value): Members
  /** Everything usable; `dropped` names what was not, such as `theme` or `annotations[3]`. */
  fromMembers(members: Members): { value: Value; dropped: string[] }
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

const catalogueSchema = z.strictObject({ removedCollections: z.array(z.string().max(64)).default([]) })

/** What of the library the reader has changed. */
export const catalogueFormat: DocumentFormat<Catalogue> = {
  empty: catalogueSchema.parse({}),
  check: (value) => catalogueSchema.parse(value),
  toMembers: (value) => ({ ...value }),
  fromMembers: (members) => keepUsableValues(catalogueSchema, members),
}

const annotationsSchema = listOf(annotationSchema)

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
      const { annotations } = annotationsSchema.parse({ annotations: value })
      return annotations.every(isOwn) ? annotations : makeOwnSchema().parse({ annotations }).annotations
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
  }
}
