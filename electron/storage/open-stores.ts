// Opens a data folder: takes its lock, cleans up after a crash and reads every store. Plain Node, for both shells.
import fs from 'node:fs'
import { basename, join } from 'node:path'
import type { Annotation } from '../contract/annotation.ts'
import type { ArticleId } from '../contract/article.ts'
import { articleIdSchema } from '../contract/article.ts'
import { Failure } from '../contract/errors.ts'
import type { ShellName, StorageNotice } from '../contract/status.ts'
import type { Clock, DocumentStore, Stores } from '../services/ports.ts'
import { checkReadable } from './data-folder.ts'
import { annotationsFormat, catalogueFormat, settingsFormat, workspaceFormat } from './document-formats.ts'
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

const annotationsFolderName = 'annotations'

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
  /** Exchanged by tests, to make writes fail. */
  fileSystem?: FileSystem
}

/**
 * Opens a data folder. Damage in it is told by `notices`, never by an exception; where another living Bookwheel
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
  const { folder, clock, fileSystem = nodeFileSystem } = options
  const notices: StorageNotice[] = []
  let isClosed = false
  const place: StorePlace = {
    folder,
    Store: createSafeStoreClass(options.StoreClass, fileSystem),
    quarantine: createQuarantine(folder, clock, fileSystem),
    mayWrite: readOnly === null,
    notify: (notice) => notices.push(notice),
    beforeWrite(store) {
      if (readOnly !== null) throw new Failure({ code: 'read-only', reason: readOnly })
      if (isClosed) throw new Failure({ code: 'write-failed', store, systemCode: 'CLOSED' })
    },
  }
  if (place.mayWrite) {
    for (const part of ['.', annotationsFolderName, quarantineFolderName])
      sweepTemporaryFiles(join(folder, part))
  }

  const annotations = new Map<ArticleId, DocumentStore<Annotation[]>>()
  function openAnnotations(articleId: ArticleId): DocumentStore<Annotation[]> {
    const known = annotations.get(articleId)
    if (known !== undefined) return known
    // The id becomes a file name, so it is checked where that happens.
    if (!isArticleId(articleId)) throw new Failure({ code: 'article-not-found', articleId })
    const name = `${annotationsFolderName}/${articleId}`
    const store = openDocumentStore(name, annotationsFormat(articleId), place)
    annotations.set(articleId, store)
    return store
  }

  const stores = {
    settings: openDocumentStore('settings', settingsFormat, place),
    workspace: openDocumentStore('workspace', workspaceFormat, place),
    catalogue: openDocumentStore('catalogue', catalogueFormat, place),
  }
  // All of them at once, so that damage is told at the start and not when it is in the way.
  findAnnotatedArticles(place).forEach(openAnnotations)

  return {
    ...stores,
    annotations: openAnnotations,
    readOnly,
    notices: () => [...notices],
    close() {
      isClosed = true
      release?.()
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
