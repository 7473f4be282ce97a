// Opens a data folder: takes its lock, cleans up after a crash and finds its stores. Plain Node, for both shells.
import fs from 'node:fs'
import { basename, join } from 'node:path'
import { shelfIdSchema } from '../contract/annotation.ts'
import type { ArticleId } from '../contract/article.ts'
import { articleIdSchema } from '../contract/article.ts'
import { Failure } from '../contract/errors.ts'
import { noArticleId } from '../contract/limits.ts'
import type { ShellName, StorageNotice } from '../contract/status.ts'
import type { Clock, DocumentStore, EditionTexts, Stores } from '../services/ports.ts'
import { createAnnotationStores } from './annotation-stores.ts'
import type { BackupSchedule } from './backup-schedule.ts'
import { startBackupSchedule } from './backup-schedule.ts'
import { backupsFolderName, createBackups } from './backups.ts'
import { checkReadable } from './data-folder.ts'
import type { DocumentFormat } from './document-formats.ts'
import {
  annotationsFormat,
  catalogueFormat,
  desksFormat,
  editionsFormat,
  readingFormat,
  searchesFormat,
  settingsFormat,
  trashFormat,
  workspaceFormat,
} from './document-formats.ts'
import type { StorePlace } from './document-store.ts'
import { openDocumentStore } from './document-store.ts'
import { readFileMark } from './file-mark.ts'
import type { FileSystem } from './file-system.ts'
import { nodeFileSystem } from './file-system.ts'
import type { Access } from './gain-access.ts'
import { gainAccess } from './gain-access.ts'
import { setAside } from './open-document.ts'
import { createQuarantine, quarantineFolderName } from './quarantine.ts'
import type { StoreClass } from './safe-store.ts'
import { createSafeStoreClass } from './safe-store.ts'
import { sweepTemporaryFiles } from './sweep-temporary-files.ts'
import { systemCode } from './system-code.ts'
import type { Timing } from './timing.ts'
import { nodeTiming } from './timing.ts'

const annotationsFolderName = 'annotations'
const editionsFolderName = 'editions'

/** The folders in which safe writes put their temporary files; those of backups lie in the topmost one. */
const sweptFolders = ['.', annotationsFolderName, editionsFolderName, quarantineFolderName, backupsFolderName]

/** Memos belong to no article and lie beside the folder of those that do. */
const memosName = 'memos'

const annotationsName = (articleId: ArticleId): string =>
  articleId === noArticleId ? memosName : `${annotationsFolderName}/${articleId}`

/** The stores of an open data folder. */
export interface OpenStores extends Stores {
  /** Gives the folder free for others. Afterwards nothing can be written; a second call does nothing. */
  close(): void
}

/** What opening a data folder takes. */
export interface OpenStoresOptions {
  /** Absolute path; made where it is missing. */
  folder: string
  /** `Conf` or `ElectronStore`, handed in so that this code knows neither shell. */
  StoreClass: StoreClass
  /** Told to whoever finds the folder held by us. */
  shell: ShellName
  clock: Clock
  /** Told of every notice when it arises: while the folder is opened, and when a store is opened or written later. */
  onNotice?: (notice: StorageNotice) => void
  /** Exchanged by tests, to make writes fail. */
  fileSystem?: FileSystem
  /** Exchanged by tests, to bring on the moments at which backups are taken. */
  timing?: Timing
}

/**
 * Opens a data folder. Damage in it is told by `notices`, never by an exception: that of annotations when they are looked
 * at first. Where another living Bookwheel
 * holds the folder, or it cannot be written, everything can be read and nothing at all is written.
 * Throws a `DataFolderProblem` where the folder cannot even be read.
 */
export function openStores(options: OpenStoresOptions): OpenStores {
  const access = gainAccess(options.folder, options.shell)
  try {
    return openAll(options, access)
  } catch (cause) {
    access.release?.()
    throw cause
  }
}

function openAll(options: OpenStoresOptions, { readOnly, release }: Access): OpenStores {
  const { folder, clock, fileSystem = nodeFileSystem, timing = nodeTiming } = options
  const notices: StorageNotice[] = []
  const takeBackup = new Map<string, () => boolean>()
  const backups = createBackups(folder, clock, fileSystem)
  let schedule: BackupSchedule | null = null
  let isClosed = false
  const place: StorePlace = {
    folder,
    Store: createSafeStoreClass(options.StoreClass, fileSystem),
    quarantine: createQuarantine(folder, clock, fileSystem),
    backups,
    mayWrite: readOnly === null,
    notify(notice) {
      notices.push(notice)
      options.onNotice?.(notice)
    },
    beforeWrite(store) {
      if (readOnly !== null) throw new Failure({ code: 'read-only', reason: readOnly })
      if (isClosed) throw new Failure({ code: 'write-failed', store, systemCode: 'CLOSED' })
      annotations.giveWay()
    },
    afterWrite: (store) => schedule?.noteWrite(store),
  }
  if (place.mayWrite) {
    for (const part of sweptFolders) sweepTemporaryFiles(join(folder, part))
  }

  function noteForBackups<Value>(name: string, format: DocumentFormat<Value>): void {
    takeBackup.set(name, () => backups.take(name, join(folder, `${name}.json`), format))
  }

  function open<Value>(name: string, format: DocumentFormat<Value>): DocumentStore<Value> {
    noteForBackups(name, format)
    return openDocumentStore(name, format, place)
  }

  const editions = new Map<ArticleId, DocumentStore<EditionTexts>>()
  /** Opened when they are asked for: they are large, and few are ever looked at in one run. */
  function openEditions(articleId: ArticleId): DocumentStore<EditionTexts> {
    if (!isArticleId(articleId)) throw new Failure({ code: 'article-not-found', articleId })
    const store =
      editions.get(articleId) ??
      openDocumentStore(`${editionsFolderName}/${articleId}`, editionsFormat, place)
    editions.set(articleId, store)
    return store
  }

  const stores = {
    settings: open('settings', settingsFormat),
    workspace: open('workspace', workspaceFormat),
    desks: open('desks', desksFormat),
    catalogue: open('catalogue', catalogueFormat),
    reading: open('reading', readingFormat),
    searches: open('searches', searchesFormat),
    trash: open('trash', trashFormat),
  }
  const memosPath = join(folder, `${memosName}.json`)
  const hasMemos = readFileMark(memosPath) !== null || backups.namesIn(memosName).length > 0
  const found = [
    ...findAnnotatedArticles(place),
    ...backups.namesIn(annotationsFolderName).filter(isArticleId),
    ...(hasMemos ? [noArticleId] : []),
  ]
  for (const articleId of found) noteForBackups(annotationsName(articleId), annotationsFormat(articleId))
  const annotations = createAnnotationStores(
    found,
    (articleId) => {
      // The id becomes a file name, so it is checked where that happens.
      if (!shelfIdSchema.safeParse(articleId).success)
        throw new Failure({ code: 'article-not-found', articleId })
      return open(annotationsName(articleId), annotationsFormat(articleId))
    },
    timing,
  )
  if (place.mayWrite) {
    schedule = startBackupSchedule({
      stores: [...takeBackup.keys()],
      take: (store) => takeBackup.get(store)?.() ?? false,
      onFailure: (store, code) => place.notify({ kind: 'backup-failed', store, systemCode: code }),
      timing,
    })
  }

  return {
    ...stores,
    annotations: (articleId) => annotations.open(articleId),
    editions: openEditions,
    annotatedArticles: () => annotations.annotatedArticles(),
    annotatedSoFar: () => annotations.annotatedSoFar(),
    unopened: () => annotations.unopened(),
    openRest: (first) => annotations.openRest(first),
    hurry: () => annotations.hurry(),
    readOnly,
    notices: () => [...notices],
    close() {
      if (isClosed) return
      isClosed = true
      annotations.stop()
      try {
        schedule?.close()
      } finally {
        release?.()
      }
    },
  }
}

/**
 * The articles that have a file of annotations. Files whose names are no article's id are somebody else's and are
 * left alone. Something else in the place of the folder is set aside like a damaged store.
 */
function findAnnotatedArticles(place: StorePlace): ArticleId[] {
  const path = join(place.folder, annotationsFolderName)
  if (isFolder(path)) {
    checkReadable(path)
    return fs
      .readdirSync(path)
      .flatMap((name) => (name.endsWith('.json') ? [basename(name, '.json')] : []))
      .filter(isArticleId)
  }
  if (readFileMark(path) !== null) setAside(annotationsFolderName, path, place)
  return []
}

function isFolder(path: string): boolean {
  try {
    return fs.statSync(path).isDirectory()
  } catch (cause) {
    // Nothing there, or a link that leads nowhere or in a circle.
    if (systemCode(cause) === null) throw cause
    return false
  }
}

function isArticleId(text: string): boolean {
  return articleIdSchema.safeParse(text).success
}
