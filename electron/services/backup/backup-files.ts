// Which files a backup has and what stands in them: the same names and the same JSON as in the data folder, so that a
// backup can also be unpacked by hand. Runs everywhere.
import { z } from 'zod'
import type { Annotation } from '../../contract/annotation.ts'
import { anchorSchema, annotationSchema } from '../../contract/annotation.ts'
import type { ArticleId } from '../../contract/article.ts'
import { articleIdSchema } from '../../contract/article.ts'
import type { BackupProblem } from '../../contract/backup.ts'
import { Failure } from '../../contract/errors.ts'
import type { SavedDesk } from '../../contract/desk.ts'
import { savedDesksSchema } from '../../contract/desk.ts'
import { noArticleId } from '../../contract/limits.ts'
import type { Settings, Workspace } from '../../contract/settings.ts'
import { readingRecordSchema } from '../../contract/reading.ts'
import type { ReadingRecord } from '../../contract/reading.ts'
import { savedSearchSchema } from '../../contract/saved-search.ts'
import type { SavedSearch } from '../../contract/saved-search.ts'
import { settingsSchema, workspaceSchema } from '../../contract/settings.ts'
import type { Catalogue, EditionTexts, Stores } from '../ports.ts'
import { hashBytes } from './hash-bytes.ts'
import type { Pace } from './pace.ts'

/** The number in the `format` member of the data folder's own files, which those of a backup are alike. */
export const storeFormat = 1

/** The name of the file that vouches for all others. */
export const manifestPath = 'manifest.json'

const annotationsFolder = 'annotations'
const memosPath = 'memos.json'
const editionsFolder = 'editions'

/** All that a reader has made, as one moment found it. */
export interface BackupContents {
  settings: Settings
  /** `null` where none was ever saved. */
  workspace: Workspace | null
  /** Desks under names; none in a backup of a program that had no such. */
  desks: readonly SavedDesk[]
  catalogue: Catalogue
  reading: readonly ReadingRecord[]
  searches: readonly SavedSearch[]
  /** By article, memos under `noArticleId`; deleted ones among them. */
  annotations: ReadonlyMap<ArticleId, readonly Annotation[]>
  /** The texts that the annotations were made on, by article: without them they could not be carried to a new edition. */
  editions: ReadonlyMap<ArticleId, EditionTexts>
}

const format = z.literal(storeFormat)
const catalogueSchema = z.strictObject({ removedCollections: z.array(z.string().max(64)) })
const settingsFile = z.strictObject({ format, ...settingsSchema.shape })
const workspaceFile = z.strictObject({ format, ...workspaceSchema.shape })
const desksFile = z.strictObject({ format, desks: savedDesksSchema })
const catalogueFile = z.strictObject({ format, ...catalogueSchema.shape })
const readingFile = z.strictObject({ format, articles: z.array(readingRecordSchema) })
const searchesFile = z.strictObject({ format, searches: z.array(savedSearchSchema) })
const annotationsFile = z.strictObject({ format, annotations: z.array(annotationSchema) })

const editionsFile = z.strictObject({ format, texts: z.record(anchorSchema.shape.contentHash, z.string()) })

/**
 * Takes what the stores hold now. Their values never change, so this is one moment, whatever is written later. Only the
 * texts are read bit by bit: a text never changes under its hash.
 */
export async function snapshotStores(stores: Stores, pace: Pace): Promise<BackupContents> {
  const now = snapshotWritten(stores)
  const editions = new Map<ArticleId, EditionTexts>()
  let done = 0
  for (const articleId of now.annotations.keys()) {
    const texts = articleId === noArticleId ? {} : stores.editions(articleId).read()
    if (Object.keys(texts).length > 0) editions.set(articleId, texts)
    await pace.step((done += 1), now.annotations.size)
  }
  return { ...now, editions }
}

function snapshotWritten(stores: Stores): Omit<BackupContents, 'editions'> {
  return {
    settings: stores.settings.read(),
    workspace: stores.workspace.read(),
    desks: stores.desks.read(),
    catalogue: stores.catalogue.read(),
    reading: stores.reading.read(),
    searches: stores.searches.read(),
    annotations: new Map(
      stores.annotatedArticles().map((articleId) => [articleId, stores.annotations(articleId).read()]),
    ),
  }
}

/** The files of a backup but for its manifest: path and value, which becomes JSON. */
export function listFiles(contents: BackupContents): [path: string, value: object][] {
  const { settings, workspace, desks, catalogue, reading, searches, annotations, editions } = contents
  return [
    ['settings.json', { format: storeFormat, ...settings }],
    ...(workspace === null
      ? []
      : [['workspace.json', { format: storeFormat, ...workspace }] as [string, object]]),
    ...(desks.length === 0 ? [] : [['desks.json', { format: storeFormat, desks }] as [string, object]]),
    ['catalogue.json', { format: storeFormat, ...catalogue }],
    ...(reading.length === 0
      ? []
      : [['reading.json', { format: storeFormat, articles: reading }] as [string, object]]),
    ...(searches.length === 0
      ? []
      : [['searches.json', { format: storeFormat, searches }] as [string, object]]),
    ...[...annotations].map(([articleId, list]): [string, object] => [
      articleId === noArticleId ? memosPath : `${annotationsFolder}/${articleId}.json`,
      { format: storeFormat, annotations: list },
    ]),
    ...[...editions].map(([articleId, texts]): [string, object] => [
      `${editionsFolder}/${articleId}.json`,
      { format: storeFormat, texts },
    ]),
  ]
}

/** Whether a backup may hold a file of this name. */
export function isExpectedPath(path: string): boolean {
  const single = [
    manifestPath,
    'settings.json',
    'workspace.json',
    'desks.json',
    'catalogue.json',
    'reading.json',
    'searches.json',
    memosPath,
  ]
  return single.includes(path) || [annotationsFolder, editionsFolder].includes(splitPath(path)?.folder ?? '')
}

/** Folder and article of a file that there is one of for each article; `null` for all others. */
function splitPath(path: string): { folder: string; articleId: ArticleId } | null {
  const [, folder = '', articleId = ''] = /^([a-z]+)\/([^/]+)\.json$/.exec(path) ?? []
  return articleIdSchema.safeParse(articleId).success ? { folder, articleId } : null
}

/**
 * Reads the files of a backup, whose paths and sums have been checked. Throws `backup-unreadable`: `invalid-record`
 * for what the stores would not take, `newer-format` for a file of a newer program.
 */
export async function readFiles(files: ReadonlyMap<string, Uint8Array>, pace: Pace): Promise<BackupContents> {
  const annotations = new Map<ArticleId, Annotation[]>()
  const editions = new Map<ArticleId, EditionTexts>()
  let done = 0
  for (const [path, bytes] of files) {
    const { folder, articleId = '' } = splitPath(path) ?? {}
    if (folder === annotationsFolder) annotations.set(articleId, readAnnotations(path, bytes, articleId))
    if (path === memosPath) annotations.set(noArticleId, readAnnotations(path, bytes, noArticleId))
    if (folder === editionsFolder) editions.set(articleId, await readEditions(path, bytes))
    await pace.step((done += 1), files.size)
  }
  const workspace = files.get('workspace.json')
  const reading = files.get('reading.json')
  const searches = files.get('searches.json')
  const desks = files.get('desks.json')
  return {
    settings: withoutFormat(readFile('settings.json', files.get('settings.json'), settingsFile)),
    workspace: workspace ? withoutFormat(readFile('workspace.json', workspace, workspaceFile)) : null,
    desks: desks ? readFile('desks.json', desks, desksFile).desks : [],
    catalogue: withoutFormat(readFile('catalogue.json', files.get('catalogue.json'), catalogueFile)),
    reading: reading ? readFile('reading.json', reading, readingFile).articles : [],
    searches: searches ? readFile('searches.json', searches, searchesFile).searches : [],
    annotations,
    editions,
  }
}

/** A text that is not the one of its hash would lead annotations astray. */
async function readEditions(path: string, bytes: Uint8Array): Promise<EditionTexts> {
  const { texts } = readFile(path, bytes, editionsFile)
  for (const [hash, text] of Object.entries(texts)) {
    if ((await hashBytes(new TextEncoder().encode(text))) !== hash) throw unreadable('invalid-record', path)
  }
  return texts
}

function readAnnotations(path: string, bytes: Uint8Array, articleId: ArticleId): Annotation[] {
  const { annotations } = readFile(path, bytes, annotationsFile)
  const ids = new Set(annotations.map(({ id }) => id))
  const isOwn = annotations.every((annotation) => annotation.articleId === articleId)
  if (!isOwn || ids.size !== annotations.length) throw unreadable('invalid-record', path)
  return annotations
}

function withoutFormat<Value extends { format: number }>({
  format: _format,
  ...rest
}: Value): Omit<Value, 'format'> {
  return rest
}

function readFile<Value>(path: string, bytes: Uint8Array | undefined, schema: z.ZodType<Value>): Value {
  if (bytes === undefined) throw unreadable('damaged', path)
  const value = parseJson(bytes)
  const { data: newer } = newerFile.safeParse(value)
  if (newer !== undefined) throw unreadable('newer-format', path)
  const { data } = schema.safeParse(value)
  if (data === undefined) throw unreadable('invalid-record', path)
  return data
}

const newerFile = z.looseObject({ format: z.int().gt(storeFormat) })

/** The value of a JSON file in UTF-8; `undefined`, which JSON cannot say, where it is none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) return undefined
    throw cause
  }
}

/** The failure for a file that cannot be restored. */
export function unreadable(problem: BackupProblem, path: string | null = null): Failure {
  return new Failure({ code: 'backup-unreadable', problem, path })
}
