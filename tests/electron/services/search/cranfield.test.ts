// A proof of quality on a public test collection, which the project does not carry. BOOKWHEEL_CRANFIELD names a
// folder with docs.jsonl {id, title, author, source, body}, queries.jsonl {id, text} and qrels.jsonl {query, doc,
// rel}; without it the proof is skipped.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createLunrIndex } from '../../../../electron/services/search/create-lunr-index.ts'
import { makeArticle } from './make-article.ts'

const folder = process.env['BOOKWHEEL_CRANFIELD']
const goal = 0.345
const depth = 10

const idSchema = z.union([z.string(), z.number()]).transform(String)
const docSchema = z.object({
  id: idSchema,
  title: z.string(),
  author: z.string(),
  source: z.string(),
  body: z.string(),
})
const querySchema = z.object({ id: idSchema, text: z.string() })
const judgementSchema = z.object({ query: idSchema, doc: idSchema, rel: z.number() })

function readLines<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema>[] {
  const lines = readFileSync(join(folder ?? '', file), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => schema.parse(JSON.parse(line)))
}

/** Discounted cumulative gain, after Järvelin and Kekäläinen (2002), with the judged relevance as the gain. */
function gainOf(relevances: readonly number[]): number {
  return relevances.slice(0, depth).reduce((sum, relevance, rank) => sum + relevance / Math.log2(rank + 2), 0)
}

describe('the ranking', () => {
  it.skipIf(!folder)(
    'gives Cranfield an nDCG@10 of at least 0.345 (needs BOOKWHEEL_CRANFIELD, its folder)',
    { timeout: 60_000 },
    async () => {
      const index = createLunrIndex()
      await index.replaceArticles(
        readLines('docs.jsonl', docSchema).map(({ id, title: heading, author, source, body }) =>
          makeArticle({ id, title: heading, paragraphs: [body], account: { author, outlet: source } }),
        ),
      )
      const judgements = readLines('qrels.jsonl', judgementSchema)
      const scores: number[] = []
      for (const { id, text } of readLines('queries.jsonl', querySchema)) {
        const judged = new Map(
          judgements.filter(({ query }) => query === id).map(({ doc, rel }) => [doc, rel]),
        )
        const ideal = gainOf([...judged.values()].toSorted((a, b) => b - a))
        if (ideal === 0) continue
        const { hits } = await index.search(`${text.replace(/[-":]/g, ' ')} `, depth)
        scores.push(gainOf(hits.map(({ articleId }) => judged.get(articleId) ?? 0)) / ideal)
      }
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
      expect(mean).toBeGreaterThanOrEqual(goal)
    },
  )
})
