// The composition root: wires the services by hand and names the handler of every operation. Plain Node.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { About } from '../contract/about.ts'
import { Failure } from '../contract/errors.ts'
import type { Handlers } from '../contract/operations.ts'
import type { AnchorFinder } from './anchoring/create-anchor-finder.ts'
import { createAnnotationService } from './annotations/create-annotation-service.ts'
import { createEditionKeeper } from './annotations/create-edition-keeper.ts'
import { createBackupService } from './backup/create-backup-service.ts'
import { createLibrarySearch } from './create-library-search.ts'
import { createDeskService } from './desks/create-desk-service.ts'
import { createFindService } from './finding/create-find-service.ts'
import type { Opened } from './handing-over/create-hand-over.ts'
import { createHandOver } from './handing-over/create-hand-over.ts'
import { createLibraryService } from './library/create-library-service.ts'
import { createNotebookService } from './notebook/create-notebook-service.ts'
import type { Clock, Log, ProgramFacts, Publish, SearchIndex, Stores } from './ports.ts'
import { createReadingService } from './reading/create-reading-service.ts'
import { createSavedSearchService } from './saved-searches/create-saved-search-service.ts'
import { createSettingsService } from './settings/create-settings-service.ts'
import { createTrashService } from './trash/create-trash-service.ts'
import { purgeTrash } from './trash/purge-trash.ts'
import { createWorkspaceService } from './workspace/create-workspace-service.ts'

/** What a shell hands to the services. */
export interface ServiceParts {
  stores: Stores
  searchIndex: SearchIndex
  anchorFinder: AnchorFinder
  publish: Publish
  clock: Clock
  log: Log
  facts: ProgramFacts
  /**
   * Opens a folder in the system's file manager and answers what is wrong, or an empty text. Left out by a shell
   * whose reader may sit at another machine.
   */
  openFolder?: (path: string) => Promise<string>
  /** Reads a file that the system has handed over. Left out by a shell to which it hands none. */
  readOpenedFile?: (path: string) => Promise<Uint8Array>
  /** What the program is made of. */
  readAbout: () => Promise<About>
}

/** The services of one running program. */
export interface Services {
  /** May be called before `start`: what needs the library waits until it is loaded. */
  handlers: Handlers
  /**
   * Loads the library and indexes it; call it once. Rejects where the library cannot be loaded at all. Where
   * only the index cannot be filled it resolves: reading and notes work, and the log says why search does not.
   */
  start(): Promise<void>
  /** Takes in what the system has handed over, for the page that asks for it first. */
  handOver(opened: Opened): void
  /** Waits for the indexing and the searches under way, then closes the index. The stores are the shell's. */
  close(): Promise<void>
}

/** Wires all services over the given stores and index. */
export function createServices(parts: ServiceParts): Services {
  const { stores, searchIndex, anchorFinder, publish, clock, log, facts } = parts
  const { catalogue } = stores
  const library = createLibraryService({ corpusFolder: facts.corpusFolder, catalogue, publish, log })
  const search = createLibrarySearch({ searchIndex, articles: () => library.articles(), publish, log })
  const annotations = createAnnotationService({
    stores,
    publish,
    clock,
    readArticle: (id) => library.read(id),
  })
  const editions = createEditionKeeper({
    stores,
    publish,
    log,
    finder: anchorFinder,
    findArticle: (id) => library.articles().find((article) => article.id === id) ?? null,
  })
  const notebook = createNotebookService({
    stores,
    listArticles: () => library.articles().map(({ id }) => id),
    describeArticle: (id) => library.describe(id),
    readArticle: (id) => library.read(id),
  })
  const find = createFindService({ readArticle: (id) => library.read(id) })
  const settings = createSettingsService({ store: stores.settings, publish })
  const reading = createReadingService({ store: stores.reading, publish, clock })
  const searches = createSavedSearchService({ store: stores.searches, publish, clock })
  const handOver = createHandOver(parts.readOpenedFile)
  const workspace = createWorkspaceService(stores.workspace)
  const desks = createDeskService({ store: stores.desks, publish, clock })
  const trash = createTrashService({
    stores,
    publish,
    clock,
    describeArticle: (id) => library.describe(id),
    collections: () => library.list().collections,
  })
  const backup = createBackupService({
    stores,
    version: facts.version,
    publish,
    clock,
    onDesksChange: () => publish({ type: 'desks-changed', desks: desks.list() }),
    onCatalogueChange() {
      publish({ type: 'library-changed' })
      void search.refresh()
    },
  })

  let settleLoaded: (loading: Promise<void>) => void
  const loaded = new Promise<void>((resolve) => {
    settleLoaded = resolve
  })

  function afterLoading<Input, Output>(answer: (input: Input) => Output | Promise<Output>) {
    return async (input: Input): Promise<Output> => {
      await loaded
      return answer(input)
    }
  }

  let noticesTold = stores.notices().length
  /** What a store had to set aside while it was written is told to all pages at once. */
  function tellNotices(): void {
    const { length } = stores.notices()
    if (length !== noticesTold) publish({ type: 'status-changed' })
    noticesTold = length
  }
  function writing<Input, Output>(answer: (input: Input) => Output) {
    return (input: Input): Output => {
      try {
        return answer(input)
      } finally {
        tellNotices()
      }
    }
  }

  let isClosing = false
  /** A defect, or the end of the program: the notes are as they were. */
  function tellEditionsFailed(cause: unknown): void {
    if (!isClosing) log.error(editionsFailed, cause)
  }

  /** After the start and on the quiet. What a page asks for meanwhile is opened, and carried over, at once. */
  async function lookThroughNotes(): Promise<void> {
    await stores.openRest(library.articles().map(({ id }) => id))
    if (isClosing) return
    tellNotices()
    if (notebook.hasToldTooLittle()) publish({ type: 'annotations-changed' })
    purgeTrash({ trash, readOnly: stores.readOnly, log })
    await editions.carryAllOver()
  }

  const handlers: Handlers = {
    readStatus: () => ({
      version: facts.version,
      shell: facts.shell,
      dataFolder: facts.dataFolder,
      readOnly: stores.readOnly,
      notices: stores.notices(),
      index: { ready: search.isReady(), articleCount: library.articles().length },
    }),

    listLibrary: afterLoading(() => library.list()),
    readArticle: afterLoading(({ articleId }) => library.read(articleId)),
    // Both answer at once; searches wait for the index by themselves.
    removeCollection: afterLoading(({ collectionId }) => {
      const changed = library.removeCollection(collectionId)
      void search.refresh()
      return changed
    }),
    restoreCollection: afterLoading(({ collectionId }) => {
      const changed = library.restoreCollection(collectionId)
      void search.refresh()
      return changed
    }),

    search: afterLoading(({ query, limit }) => search.search(query, limit)),
    searchNotes: afterLoading(({ query, limit }) => notebook.search(query, limit)),
    matchArticle: afterLoading(({ articleId, query }) => search.matchArticle(articleId, query)),

    findInArticle: afterLoading((wish) => find.find(wish)),

    listAnnotations: afterLoading(async ({ articleId }) => {
      const isKnown = library.articles().some(({ id }) => id === articleId)
      // Notes that hang in the wrong edition are better than notes that cannot be read.
      if (isKnown) await editions.carryOver(articleId).catch(tellEditionsFailed)
      tellNotices()
      return annotations.list(articleId)
    }),
    saveAnnotation: afterLoading(
      writing((draft) => {
        const saved = annotations.save(draft)
        // Not before the answer: the note is safe already, and its text can be kept at any later time.
        if (saved.revision === 1)
          void nextTurn()
            .then(() => editions.keepText(saved.articleId))
            .catch(tellEditionsFailed)
        return saved
      }),
    ),
    attachAnnotation: afterLoading(writing((wish) => annotations.attach(wish))),
    detachAnnotation: afterLoading(writing((target) => annotations.detach(target))),
    deleteAnnotation: afterLoading(writing((target) => annotations.delete(target))),
    restoreAnnotation: afterLoading(writing((target) => annotations.restore(target))),
    changeAnnotations: afterLoading(writing((wish) => annotations.changeMany(wish))),
    listTags: afterLoading(() => notebook.listTags()),
    listNotebook: afterLoading((question) => notebook.list(question)),
    countAnnotations: afterLoading(() => notebook.count()),
    listTrash: afterLoading(() => trash.list()),
    deleteForGood: writing(({ annotations: targets }) => trash.deleteForGood(targets)),

    listReading: () => reading.list(),
    noteOpened: writing(({ articleId }) => reading.noteOpened(articleId)),
    markRead: writing(({ articleId, read }) => reading.mark(articleId, read)),
    listSavedSearches: () => searches.list(),
    saveSearch: writing((draft) => searches.save(draft)),
    deleteSavedSearch: writing(({ id }) => {
      searches.delete(id)
      return null
    }),

    readSettings: () => settings.read(),
    changeSettings: writing((change) => settings.change(change)),
    readWorkspace: () => workspace.read(),
    saveWorkspace: writing((desk) => {
      workspace.save(desk)
      return null
    }),

    listDesks: () => desks.list(),
    saveDesk: writing((desk) => desks.save(desk)),
    renameDesk: writing((wish) => desks.rename(wish)),
    deleteDesk: writing(({ id }) => desks.delete(id)),

    createBackup: (task) => backup.create(task),
    sendBackupPart: (part) => backup.receive(part),
    inspectBackup: (upload) => backup.inspect(upload),
    restoreBackup: (wish) => backup.restore(wish).finally(tellNotices),
    discardBackup(upload) {
      backup.discard(upload)
      return null
    },
    takeHandedOver: () => handOver.take(),
    holdHandedOver: async ({ id, upload }) => backup.hold(upload, await handOver.read(id)),
    readAbout: () => parts.readAbout(),
    async showDataFolder() {
      const reason = parts.openFolder ? await parts.openFolder(facts.dataFolder) : null
      if (reason !== '') throw new Failure({ code: 'folder-not-shown', reason })
      return null
    },
  }

  return {
    handlers,
    handOver: (opened) => handOver.receive(opened),
    async start() {
      const loading = library.load()
      // Asked for before anything that waits for the library goes on, so that no search runs ahead of the index.
      const indexing = loading.then(() => search.refresh())
      void indexing.then(lookThroughNotes).catch(tellEditionsFailed)
      settleLoaded(loading)
      await Promise.all([loaded, indexing])
    },
    async close() {
      isClosing = true
      await anchorFinder.close()
      await search.close()
    },
  }
}

const editionsFailed = 'the annotations could not be looked through after the start'
