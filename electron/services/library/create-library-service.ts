// The library: which articles there are, and which collections the reader has taken out. Plain Node.
import type {
  Article,
  ArticleSummary,
  CollectionId,
  Library,
  LibraryProblem,
} from '../../contract/article.ts'
import { Failure } from '../../contract/errors.ts'
import type { Catalogue, DocumentStore, Log, Publish } from '../ports.ts'
import { noSuchField } from './front-matter.ts'
import { readArticleFolder } from './read-article-folder.ts'

/** The id of the collection that comes with the program. */
export const bundledCollection: CollectionId = 'bundled'

/** What the library needs. */
export interface LibraryParts {
  /** Folder of the bundled collection's files. */
  corpusFolder: string
  catalogue: DocumentStore<Catalogue>
  publish: Publish
  log: Log
}

/** The library of one running program. Before `load` it is empty. */
export interface LibraryService {
  /** Reads all articles and logs what had to be left out. Does not fail: a folder that cannot be read is a problem. */
  load(): Promise<void>
  list(): Library
  /** Throws `article-not-found`, also where the article's collection is removed. */
  read(articleId: string): Article
  /** What is known of an article, also where its collection is removed; `null` where there is none. */
  describe(articleId: string): ArticleSummary | null
  /** The articles of all collections that are not removed. */
  articles(): Article[]
  /** Throws `collection-not-found`; removing what is removed changes nothing. */
  removeCollection(collectionId: CollectionId): Library
  /** Throws `collection-not-found`; restoring what is there changes nothing. */
  restoreCollection(collectionId: CollectionId): Library
}

/** Makes the library of the bundled collection; `load` must be called once before it is used. */
export function createLibraryService(parts: LibraryParts): LibraryService {
  const { corpusFolder, catalogue, publish, log } = parts
  let bundled = new Map<string, Article>()
  let problems: LibraryProblem[] = []

  function isRemoved(collectionId: CollectionId): boolean {
    return catalogue.read().removedCollections.includes(collectionId)
  }

  function articles(): Article[] {
    return isRemoved(bundledCollection) ? [] : [...bundled.values()]
  }

  function list(): Library {
    return {
      articles: articles().map(summarise),
      collections: [
        { id: bundledCollection, articleCount: bundled.size, removed: isRemoved(bundledCollection) },
      ],
      problems: [...problems],
    }
  }

  function setRemoved(collectionId: CollectionId, removed: boolean): Library {
    if (collectionId !== bundledCollection) throw new Failure({ code: 'collection-not-found', collectionId })
    if (isRemoved(collectionId) !== removed) {
      const stored = catalogue.read()
      const others = stored.removedCollections.filter((id) => id !== collectionId)
      catalogue.replace({ ...stored, removedCollections: removed ? [...others, collectionId] : others })
      publish({ type: 'library-changed' })
    }
    return list()
  }

  return {
    async load() {
      const folder = await readArticleFolder(corpusFolder, bundledCollection)
      bundled = new Map(folder.articles.map((article) => [article.id, article]))
      problems = folder.problems
      for (const problem of problems) log.error(describeProblem(problem))
      log.info(`library: ${bundled.size} articles loaded, ${problems.length} problems`)
    },
    list,
    articles,
    describe(articleId) {
      const article = bundled.get(articleId)
      return article === undefined ? null : summarise(article)
    },
    read(articleId) {
      const article = isRemoved(bundledCollection) ? undefined : bundled.get(articleId)
      if (!article) throw new Failure({ code: 'article-not-found', articleId })
      return article
    },
    removeCollection: (collectionId) => setRemoved(collectionId, true),
    restoreCollection: (collectionId) => setRemoved(collectionId, false),
  }
}

/** The article without its blocks; member by member, so that a new one cannot be forgotten. */
function summarise(article: Article): ArticleSummary {
  return {
    id: article.id,
    collection: article.collection,
    title: article.title,
    kind: article.kind,
    account: article.account,
    retelling: article.retelling,
    tags: article.tags,
    note: article.note,
    language: article.language,
    wordCount: article.wordCount,
    contentHash: article.contentHash,
  }
}

/**
 * For the log, which holds no text of articles: the reason may quote the file, and so does the name of a field that there
 * is not. Both are for the page alone.
 */
function describeProblem({ file, field, reason }: LibraryProblem): string {
  const place = field === null || reason === noSuchField ? file : `${file}: ${field}`
  return `${place}: left out; the library says why`
}
