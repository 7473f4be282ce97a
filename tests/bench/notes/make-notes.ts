// A data folder as after years of reading: a hundred thousand highlights and notes on five thousand articles, most of
// which the library no longer has. The same at every run. Runs in Node.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import type { Article } from '../../../electron/contract/article.ts'
import { articleText } from '../../../electron/contract/article-text.ts'
import { highlightColours } from '../../../electron/contract/limits.ts'
import { buildAnchor } from '../../../electron/services/annotations/build-anchor.ts'
import { readArticleFolder } from '../../../electron/services/library/read-article-folder.ts'
import { createRandom, pick } from '../../electron/services/search/seeded-random.ts'

/** How many articles carry highlights. */
export const articleCount = 5000
/** How many highlights each of them carries. */
export const notesPerArticle = 20

const words = [
  'treaty',
  'multipolar',
  'world',
  'security',
  'council',
  'strategic',
  'communication',
  'neighbourhood',
  'partnership',
  'the',
  'of',
  'and',
  'in',
  'which',
  'declared',
  'Beijing’s',
  'Moscow',
  'sanctions',
  'organisation',
  'alliance',
  'harbour',
  'winter',
  'minister',
  'said',
  'twenty-five',
  'years',
]

type Random = () => number

function writeWords(random: Random, count: number): string {
  return Array.from({ length: count }, () => pick(words, random)).join(' ')
}

function makeUuid(random: Random): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-')
}

const firstDay = Date.UTC(2023, 0, 1)
const threeYears = 3 * 365 * 24 * 60 * 60 * 1000

function annotate(random: Random, articleId: string, anchor: Annotation['anchor']): Annotation {
  const createdAt = firstDay + Math.floor(random() * threeYears)
  return {
    id: makeUuid(random),
    articleId,
    anchor,
    colour: pick(highlightColours, random),
    note: random() < 0.5 ? '' : writeWords(random, 14),
    createdAt,
    updatedAt: createdAt,
    deletedAt: null,
    revision: 1,
  }
}

function makeUp(random: Random, articleId: string): Annotation[] {
  const contentHash = articleId.slice(-4).padStart(64, '0')
  return Array.from({ length: notesPerArticle }, (_, number) => {
    const exact = writeWords(random, 18)
    const start = number * 200
    const prefix = writeWords(random, 8).slice(0, 64)
    const suffix = writeWords(random, 8).slice(0, 64)
    return annotate(random, articleId, {
      contentHash,
      start,
      end: start + exact.length,
      exact,
      prefix,
      suffix,
    })
  })
}

function annotateArticle(random: Random, { id, blocks, contentHash }: Article): Annotation[] {
  const text = articleText(blocks)
  return Array.from({ length: notesPerArticle }, (_, number) => {
    const start = Math.floor((number * (text.length - 80)) / notesPerArticle)
    return annotate(random, id, buildAnchor(text, contentHash, { start, end: start + 60 }))
  })
}

/** Makes all highlights, by article; the bundled articles of `corpusFolder` are among them. */
export async function makeNotes(corpusFolder: string): Promise<Map<string, Annotation[]>> {
  const random = createRandom(1)
  const { articles } = await readArticleFolder(corpusFolder, 'bundled')
  const notes = new Map(articles.map((article) => [article.id, annotateArticle(random, article)]))
  for (let number = notes.size; number < articleCount; number += 1) {
    const articleId = `article-${String(number).padStart(4, '0')}`
    notes.set(articleId, makeUp(random, articleId))
  }
  return notes
}

/** Writes them as the program's own stores lie on disk. */
export function writeNotes(dataFolder: string, notes: ReadonlyMap<string, readonly Annotation[]>): void {
  const folder = join(dataFolder, 'annotations')
  mkdirSync(folder, { recursive: true })
  for (const [articleId, annotations] of notes) {
    const content = JSON.stringify({ format: 1, annotations }, undefined, '\t')
    writeFileSync(join(folder, `${articleId}.json`), content)
  }
}
