// A library with one article of fifty thousand words, two thousand highlights in it, and notes for a notebook of ten
// thousand. The same at every run. Runs in Node.
import { join } from 'node:path'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { articleText } from '../../../electron/contract/article-text.ts'
import { highlightColours } from '../../../electron/contract/limits.ts'
import { buildAnchor } from '../../../electron/services/annotations/build-anchor.ts'
import { readArticleFolder } from '../../../electron/services/library/read-article-folder.ts'
import { createRandom, pick } from '../../electron/services/search/seeded-random.ts'
import { articleFile, copyProgram } from '../../end-to-end/copy-program.ts'
import { makeNotes } from '../notes/make-notes.ts'

/** The long article, and the one that stands open before it. */
export const long = { id: 'a-long-article', title: 'A long article' }

const wordCount = 50_000
const paragraphWords = 90
const highlightCount = 2000
const entryCount = 10_000

const words =
  'the treaty of two harbours says in plain words that no boat shall pass unseen and each keeper must light a lamp before the night falls over the northern tower while ministers in Beijing and Moscow declared twenty-five years of strategic communication a beginning which none would call an alliance'.split(
    ' ',
  )

/** Paragraphs, with a heading before every tenth and emphasis and a link here and there, as real articles have them. */
export function writeParagraphs(): string[] {
  const random = createRandom(5)
  return Array.from({ length: Math.ceil(wordCount / paragraphWords) }, (_, number) => {
    const written = Array.from({ length: paragraphWords }, () => pick(words, random))
    const [first = '', second = '', ...rest] = written
    const text = `${first} *${second}* ${rest.slice(0, 40).join(' ')} [${rest[40]}](https://example.org/${number}) ${rest.slice(41).join(' ')}.`
    return number % 10 === 0 ? `## Section ${number / 10 + 1}\n\n${text}` : text
  })
}

function annotate(id: string, articleId: string, anchor: Annotation['anchor'], number: number): Annotation {
  const at = Date.UTC(2026, 0, 1) + number * 60_000
  return {
    id,
    articleId,
    anchor,
    colour: highlightColours[number % highlightColours.length] ?? 'yellow',
    note: number % 5 === 0 ? `Note ${number}` : '',
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    revision: 1,
  }
}

/** Copies the program into `folder` with the long article in its library; answers the program's folder. */
export function makeProgram(folder: string): string {
  const file = articleFile({ title: long.title, date: '2026', language: 'en', paragraphs: writeParagraphs() })
  return copyProgram(folder, { [`${long.id}.md`]: file })
}

/** The highlights of the long article, and notes on others to make up a full notebook. */
export async function makeLongNotes(programFolder: string): Promise<Map<string, Annotation[]>> {
  const folder = join(programFolder, 'corpus', 'articles')
  const { articles } = await readArticleFolder(folder, 'bundled')
  const article = articles.find(({ id }) => id === long.id)
  if (!article) throw new Error('the long article could not be read')
  const text = articleText(article.blocks)
  const step = Math.floor((text.length - 100) / highlightCount)
  const own = Array.from({ length: highlightCount }, (_, number) => {
    const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
    const place = { start: number * step, end: number * step + 60 }
    return annotate(id, long.id, buildAnchor(text, article.contentHash, place), number)
  })
  const notes = new Map([[long.id, own]])
  let count = own.length
  for (const [articleId, list] of await makeNotes(folder)) {
    if (count >= entryCount || articleId === long.id) continue
    notes.set(articleId, list.slice(0, entryCount - count))
    count += list.length
  }
  return notes
}
