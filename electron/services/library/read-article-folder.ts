// Reads a folder of articles: what can be used, and what had to be left out. Never throws. Plain Node.
import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Article, CollectionId, LibraryProblem } from '../../contract/article.ts'
import { describeSystemError } from './describe-system-error.ts'
import { readArticleFile } from './read-article-file.ts'

/** The articles of a folder in the order of their file names, and the problems of the other files. */
export interface ArticleFolder {
  articles: Article[]
  problems: LibraryProblem[]
}

/** Reads every `*.md` of a folder; other files and folders are no concern of the library's. */
export async function readArticleFolder(folder: string, collection: CollectionId): Promise<ArticleFolder> {
  const found: ArticleFolder = { articles: [], problems: [] }
  let files: string[]
  try {
    files = (await readdir(folder)).filter((name) => /\.md$/i.test(name)).toSorted()
  } catch (error) {
    const reason = `the folder ${folder} cannot be read: ${describeSystemError(error)}`
    return { articles: [], problems: [{ file: basename(folder), field: null, reason }] }
  }
  for (const file of files) {
    const reading = await readArticleFile(folder, file, collection)
    if (reading.ok) found.articles.push(reading.article)
    else found.problems.push(...reading.problems)
  }
  return found
}
