// Makes an article of one file of the library, or says what is wrong with the file. Never throws. Plain Node.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Article, Block, CollectionId, LibraryProblem } from '../../contract/article.ts'
import { articleIdSchema } from '../../contract/article.ts'
import { articleText } from '../../contract/article-text.ts'
import { markdownToBlocks } from '../importing/markdown-to-blocks.ts'
import { countWords } from './count-words.ts'
import type { FileProblem, FrontMatter } from './front-matter.ts'
import { checkFrontMatter } from './front-matter.ts'
import { parseYaml } from './parse-yaml.ts'
import { readTextFile } from './read-text-file.ts'
import { splitFrontMatter } from './split-front-matter.ts'

/** An article, or every problem of its file. */
export type ArticleReading = { ok: true; article: Article } | { ok: false; problems: LibraryProblem[] }

/** Reads `<folder>/<file>`, an article in the format of `corpus/README.md`; its id is the name without `.md`. */
export async function readArticleFile(
  folder: string,
  file: string,
  collection: CollectionId,
): Promise<ArticleReading> {
  const refuse = (...problems: FileProblem[]): ArticleReading => ({
    ok: false,
    problems: problems.map((problem) => ({ file, ...problem })),
  })
  const id = articleIdSchema.safeParse(file.replace(/\.md$/, ''))
  if (!id.success) return refuse(whole(`its name makes no article id: ${id.error.issues[0]?.message ?? ''}`))
  const reading = await readTextFile(join(folder, file))
  if (!reading.ok) return refuse(whole(reading.reason))
  const split = splitFrontMatter(reading.text)
  if (!split.ok) return refuse(whole(split.reason))
  const yaml = parseYaml(split.frontMatter, split.firstLine)
  if (!yaml.ok) return refuse(whole(yaml.reason))
  const head = checkFrontMatter(yaml.value)
  if (!head.ok) return refuse(...head.problems)
  const body = readBody(split.body)
  if (!body.ok) return refuse(whole(body.reason))
  return { ok: true, article: assembleArticle(id.data, collection, head.frontMatter, body.blocks) }
}

/** A problem of the file as a whole. */
function whole(reason: string): FileProblem {
  return { field: null, reason }
}

function readBody(markdown: string): { ok: true; blocks: Block[] } | { ok: false; reason: string } {
  try {
    const blocks = markdownToBlocks(markdown)
    if (blocks.length > 0) return { ok: true, blocks }
    return { ok: false, reason: 'there is no text below the front matter' }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

function assembleArticle(
  id: string,
  collection: CollectionId,
  frontMatter: FrontMatter,
  blocks: Block[],
): Article {
  const text = articleText(blocks)
  return {
    id,
    collection,
    ...frontMatter,
    wordCount: countWords(text),
    contentHash: createHash('sha256').update(text, 'utf8').digest('hex'),
    blocks,
  }
}
