// The composition root: wires the services by hand and names the handler of every operation. Plain Node.
import type { Handlers } from '../contract/operations.ts'
import { createAnnotationService } from './annotations/create-annotation-service.ts'
import { createLibrarySearch } from './create-library-search.ts'
import { createLibraryService } from './library/create-library-service.ts'
import type { Clock, Log, ProgramFacts, Publish, SearchIndex, Stores } from './ports.ts'
import { createSettingsService } from './settings/create-settings-service.ts'
import { createWorkspaceService } from './workspace/create-workspace-service.ts'

/** What a shell hands to the services. */
export interface ServiceParts {
  stores: Stores
  searchIndex: SearchIndex
  publish: Publish
  clock: Clock
  log: Log
  facts: ProgramFacts
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
  /** Waits for the indexing and the searches under way, then closes the index. The stores are the shell's. */
  close(): Promise<void>
}

/** Wires all services over the given stores and index. */
export function createServices({ stores, searchIndex, publish, clock, log, facts }: ServiceParts): Services {
  const { catalogue } = stores
  const library = createLibraryService({ corpusFolder: facts.corpusFolder, catalogue, publish, log })
  const search = createLibrarySearch({ searchIndex, articles: () => library.articles(), publish, log })
  const annotations = createAnnotationService({
    stores,
    publish,
    clock,
    readArticle: (id) => library.read(id),
  })
  const settings = createSettingsService({ store: stores.settings, publish })
  const workspace = createWorkspaceService(stores.workspace)

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
  function writing<Input, Output>(answer: (input: Input) => Output) {
    return (input: Input): Output => {
      try {
        return answer(input)
      } finally {
        const { length } = stores.notices()
        if (length !== noticesTold) publish({ type: 'status-changed' })
        noticesTold = length
      }
    }
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
    matchArticle: afterLoading(({ articleId, query }) => search.matchArticle(articleId, query)),

    listAnnotations: afterLoading(({ articleId }) => annotations.list(articleId)),
    saveAnnotation: afterLoading(writing((draft) => annotations.save(draft))),
    deleteAnnotation: afterLoading(writing((target) => annotations.delete(target))),
    restoreAnnotation: afterLoading(writing((target) => annotations.restore(target))),

    readSettings: () => settings.read(),
    changeSettings: writing((change) => settings.change(change)),
    readWorkspace: () => workspace.read(),
    saveWorkspace: writing((desk) => {
      workspace.save(desk)
      return null
    }),
  }

  return {
    handlers,
    async start() {
      const loading = library.load()
      // Asked for before anything that waits for the library goes on, so that no search runs ahead of the index.
      const indexing = loading.then(() => search.refresh())
      settleLoaded(loading)
      await Promise.all([loaded, indexing])
    },
    close: () => search.close(),
  }
}
