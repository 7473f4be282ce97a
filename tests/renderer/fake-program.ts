// The program that the page talks to, in memory: the real dispatcher, checks, annotations, trash and backups over
// stores without a disk, a made-up library and a literal search.
import type { Annotation } from '../../electron/contract/annotation.ts'
import type { Article, ArticleSummary, Library, LibraryProblem } from '../../electron/contract/article.ts'
import { Failure } from '../../electron/contract/errors.ts'
import type { BookwheelEvent } from '../../electron/contract/events.ts'
import type { Handlers, OperationInput } from '../../electron/contract/operations.ts'
import type { Settings, Workspace } from '../../electron/contract/settings.ts'
import { settingsSchema, workspaceSchema } from '../../electron/contract/settings.ts'
import type { ReadOnlyReason, ShellName, StorageNotice } from '../../electron/contract/status.ts'
import type { Dispatch } from '../../electron/dispatch.ts'
import { createDispatch } from '../../electron/dispatch.ts'
import { createAnnotationService } from '../../electron/services/annotations/create-annotation-service.ts'
import { createBackupService } from '../../electron/services/backup/create-backup-service.ts'
import { createDeskService } from '../../electron/services/desks/create-desk-service.ts'
import { createFindService } from '../../electron/services/finding/create-find-service.ts'
import type { Opened } from '../../electron/services/handing-over/create-hand-over.ts'
import { createHandOver } from '../../electron/services/handing-over/create-hand-over.ts'
import { createNotebookService } from '../../electron/services/notebook/create-notebook-service.ts'
import type { Stores } from '../../electron/services/ports.ts'
import { createReadingService } from '../../electron/services/reading/create-reading-service.ts'
import { createSavedSearchService } from '../../electron/services/saved-searches/create-saved-search-service.ts'
import { createTrashService } from '../../electron/services/trash/create-trash-service.ts'
import type { Client } from '../../renderer/api/client.ts'
import { createClient } from '../../renderer/api/client.ts'
import { createInMemoryStores } from '../electron/services/in-memory-stores.ts'
import type { AdjustableLine } from './adjustable-line.ts'
import { createAdjustableLine } from './adjustable-line.ts'
import { matchLiterally, searchLiterally } from './literal-search.ts'
import { madeUpArticles } from './made-up-library.ts'

/** How the program stands when the page opens. */
export interface FakeProgramOptions {
  articles?: readonly Article[]
  problems?: LibraryProblem[]
  readOnly?: ReadOnlyReason | null
  notices?: StorageNotice[]
  settings?: Partial<Settings>
  shell?: ShellName
  /** The program's clock; it counts 1, 2, 3 unless one is given. */
  clock?: () => number
  /** Absent where none was ever saved; members that are left out take their defaults. */
  workspace?: OperationInput<'saveWorkspace'>
  /** See the member of `Transport`. */
  outlivesPage?: boolean
  /** Files of the reader's, by their paths. */
  files?: Readonly<Record<string, Uint8Array>>
}

/** The program and the page's line to it, whose knobs a test turns. */
export interface FakeProgram extends AdjustableLine {
  /** Another page of the same program, which no knob disturbs; the first page is told what it changes. */
  otherPage: Client
  storedWorkspace(): Workspace | null
  storedSettings(): Settings
  /** Every annotation of an article that is on disk, deleted ones among them. */
  storedAnnotations(articleId: string): Annotation[]
  /** Hands something over, as the system does, and tells the page. Paths are those of `files`. */
  handOver(opened: Opened): void
  /** Puts an annotation on disk as it is, as another run of the program might have left it. */
  setStored(annotation: Annotation): void
}

interface ServedLibrary {
  readArticle(articleId: string): Article
  describe(articleId: string): ArticleSummary | null
  list(): Library
  handlers: Pick<
    Handlers,
    'listLibrary' | 'readArticle' | 'removeCollection' | 'restoreCollection' | 'search' | 'matchArticle'
  >
}

function summarise({ blocks: _blocks, ...summary }: Article): ArticleSummary {
  return summary
}

function serveLibrary(
  articles: readonly Article[],
  problems: LibraryProblem[],
  publish: (event: BookwheelEvent) => void,
): ServedLibrary {
  let removed = false
  const present = (): readonly Article[] => (removed ? [] : articles)

  function readArticle(articleId: string): Article {
    const article = present().find(({ id }) => id === articleId)
    if (!article) throw new Failure({ code: 'article-not-found', articleId })
    return article
  }

  const list = (): Library => ({
    articles: present().map(summarise),
    collections: [{ id: 'bundled', articleCount: articles.length, removed }],
    problems,
  })

  function setRemoved(wish: boolean): Library {
    removed = wish
    publish({ type: 'library-changed' })
    publish({ type: 'index-ready', articleCount: present().length })
    return list()
  }

  return {
    readArticle,
    describe(articleId) {
      const article = articles.find(({ id }) => id === articleId)
      return article ? summarise(article) : null
    },
    list,
    handlers: {
      listLibrary: list,
      readArticle: ({ articleId }) => readArticle(articleId),
      removeCollection: () => setRemoved(true),
      restoreCollection: () => setRemoved(false),
      search: ({ query, limit }) => searchLiterally(present(), query, limit),
      matchArticle: ({ articleId, query }) => matchLiterally(readArticle(articleId), query),
    },
  }
}

/** A fault of the fake itself: the test must show it, whatever the page makes of the answer. */
function reportFault(message: string, cause: unknown): void {
  reportError(new Error(message, { cause }))
}

/** Makes the program. */
export function createFakeProgram(options: FakeProgramOptions = {}): FakeProgram {
  const { articles = madeUpArticles, problems = [], notices = [], readOnly = null, outlivesPage } = options
  const stores = createInMemoryStores({ readOnly })
  let settings = settingsSchema.parse(options.settings ?? {})
  let workspace = options.workspace ? workspaceSchema.parse(options.workspace) : null
  let ticks = 0

  const publish = (event: BookwheelEvent): void => line.deliver(event)
  const library = serveLibrary(articles, problems, publish)
  const clock = options.clock ?? (() => ++ticks)
  const annotations = createAnnotationService({
    stores,
    publish,
    readArticle: (articleId) => library.readArticle(articleId),
    clock,
  })
  const trash = createTrashService({
    stores,
    publish,
    clock,
    describeArticle: (articleId) => library.describe(articleId),
    collections: () => library.list().collections,
  })
  const notebook = createNotebookService({
    stores,
    listArticles: () => library.list().articles.map(({ id }) => id),
    describeArticle: (articleId) => library.describe(articleId),
    readArticle: (articleId) => library.readArticle(articleId),
  })
  const find = createFindService({ readArticle: (articleId) => library.readArticle(articleId) })
  const reading = createReadingService({ store: stores.reading, publish, clock })
  const searches = createSavedSearchService({ store: stores.searches, publish, clock })
  const desks = createDeskService({ store: stores.desks, publish, clock })
  const allStores: Stores = {
    ...stores,
    settings: {
      read: () => settings,
      replace(changed) {
        settings = changed
      },
    },
    workspace: {
      read: () => workspace,
      replace(changed) {
        workspace = changed
      },
    },
  }
  const backup = createBackupService({
    stores: allStores,
    version: '0.0.0',
    publish,
    clock,
    onDesksChange: () => publish({ type: 'desks-changed', desks: desks.list() }),
    onCatalogueChange: () => publish({ type: 'library-changed' }),
  })

  const handOver = createHandOver((path) => {
    const bytes = options.files?.[path]
    if (bytes === undefined) throw new Failure({ code: 'file-unreadable', systemCode: 'ENOENT' })
    return Promise.resolve(bytes)
  })

  function refuseWhereReadOnly(): void {
    if (readOnly) throw new Failure({ code: 'read-only', reason: readOnly })
  }

  const dispatch: Dispatch = createDispatch(
    {
      ...library.handlers,
      readStatus: () => ({
        version: '0.0.0',
        shell: options.shell ?? 'loopback',
        dataFolder: '/home/reader/bookwheel',
        readOnly,
        notices,
        index: { ready: true, articleCount: articles.length },
      }),
      findInArticle: (wish) => find.find(wish),
      listAnnotations: ({ articleId }) => annotations.list(articleId),
      saveAnnotation: (draft) => annotations.save(draft),
      deleteAnnotation: (target) => annotations.delete(target),
      restoreAnnotation: (target) => annotations.restore(target),
      attachAnnotation: (wish) => annotations.attach(wish),
      detachAnnotation: (target) => annotations.detach(target),
      readSettings: () => settings,
      changeSettings(change) {
        refuseWhereReadOnly()
        const named = Object.entries(change).filter(([, value]) => value !== undefined)
        settings = settingsSchema.parse({ ...settings, ...Object.fromEntries(named) })
        publish({ type: 'settings-changed', settings })
        return settings
      },
      readWorkspace: () => workspace,
      saveWorkspace(desk) {
        refuseWhereReadOnly()
        workspace = desk
        return null
      },
      listDesks: () => desks.list(),
      saveDesk: (desk) => desks.save(desk),
      renameDesk: (wish) => desks.rename(wish),
      deleteDesk: ({ id }) => desks.delete(id),
      changeAnnotations: (wish) => annotations.changeMany(wish),
      searchNotes: ({ query, limit }) => notebook.search(query, limit),
      listTags: () => notebook.listTags(),
      listNotebook: (question) => notebook.list(question),
      countAnnotations: () => notebook.count(),
      listReading: () => reading.list(),
      noteOpened: ({ articleId }) => reading.noteOpened(articleId),
      markRead: ({ articleId, read }) => reading.mark(articleId, read),
      listSavedSearches: () => searches.list(),
      saveSearch: (draft) => searches.save(draft),
      deleteSavedSearch({ id }) {
        searches.delete(id)
        return null
      },
      listTrash: () => trash.list(),
      deleteForGood: ({ annotations: targets }) => trash.deleteForGood(targets),
      createBackup: (task) => backup.create(task),
      sendBackupPart: (part) => backup.receive(part),
      inspectBackup: (upload) => backup.inspect(upload),
      restoreBackup: (wish) => backup.restore(wish),
      takeHandedOver: () => handOver.take(),
      holdHandedOver: async ({ id, upload }) => backup.hold(upload, await handOver.read(id)),
      readAbout: () => ({
        version: '0.0.0',
        runtimes: [{ name: 'Node.js', version: '20.19.0' }],
        works: [{ name: 'lunr', version: '2.3.9', licence: 'MIT' }],
      }),
      discardBackup(upload) {
        backup.discard(upload)
        return null
      },
      showDataFolder() {
        if (options.shell !== 'desktop') throw new Failure({ code: 'folder-not-shown', reason: null })
        return null
      },
    },
    { info: () => undefined, error: reportFault },
  )
  const line = createAdjustableLine(dispatch, outlivesPage)

  return {
    ...line,
    otherPage: createClient({ outlivesPage: true, call: dispatch, subscribe: () => () => undefined }),
    storedWorkspace: () => workspace,
    storedSettings: () => settings,
    storedAnnotations: (articleId) => [...stores.annotations(articleId).read()],
    handOver(opened) {
      handOver.receive(opened)
      publish({ type: 'handed-over' })
    },
    setStored: (annotation) => stores.annotations(annotation.articleId).replace([annotation]),
  }
}
