// The real prose on which anchors are proved: the bundled articles, and a collection that the project does not carry.
// Runs in Node.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readArticleFolder } from '../../../electron/services/library/read-article-folder.ts'

/** The paragraphs of one text. */
export type Paragraphs = readonly string[]

/** The bundled articles, each by itself and three as one, so that paragraphs of others are left to be put in. */
export async function readBundledTexts(projectFolder: string): Promise<Paragraphs[]> {
  const { articles } = await readArticleFolder(join(projectFolder, 'corpus', 'articles'), 'bundled')
  const texts = articles.map(({ blocks }) => blocks.map(({ text }) => text))
  return [...texts, texts.slice(0, 3).flat()]
}

/** So many abstracts make a text of some 20 KB. */
const abstractsPerText = 20

const documentSchema = z.object({ body: z.string() })

/** The abstracts of `docs.jsonl` in the folder, put together to texts; its marks are joined to the words before them. */
export function readCranfieldTexts(folder: string): Paragraphs[] {
  const bodies = readFileSync(join(folder, 'docs.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) =>
      documentSchema
        .parse(JSON.parse(line))
        .body.replace(/ (?=[.,])/g, '')
        .trim(),
    )
    .filter((body) => body !== '')
  const texts: Paragraphs[] = []
  for (let from = 0; from + abstractsPerText <= bodies.length; from += abstractsPerText) {
    texts.push(bodies.slice(from, from + abstractsPerText))
  }
  return texts
}
