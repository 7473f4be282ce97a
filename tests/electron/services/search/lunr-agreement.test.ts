import lunr from 'lunr'
import { describe, expect, it } from 'vitest'
import { createLunrIndex } from '../../../../electron/services/search/create-lunr-index.ts'
import { makeArticle } from './make-article.ts'
import { createRandom, pick } from './seeded-random.ts'

const stems =
  'treat trade inter part nation govern act form press move order state power war peace secure create econom polit region'
const endings = ['', 's', 'ed', 'ing', 'er', 'ment', 'al', 'ation', 'ive', 'ly', 'ness', 'ity', 'ful', 'able']
const plainWords =
  'the of and with between china russia europe meeting talks bank oil gas spring 2026 1990s 15th'

const vocabulary = [
  ...stems.split(' ').flatMap((stem) => endings.map((ending) => stem + ending)),
  ...plainWords.split(' '),
]

interface PlainArticle {
  id: string
  title: string
  source: string
  author: string
  tag: string
  body: string
}

/** Random articles in ASCII, some of their fields empty. */
function makeCorpus(random: () => number, count: number): PlainArticle[] {
  // Squaring makes the first words common and the last ones rare, as in real texts.
  const word = (): string => vocabulary[Math.floor(random() ** 2 * vocabulary.length)] ?? ''
  const text = (most: number): string => Array.from({ length: Math.floor(random() * most) }, word).join(' ')
  return Array.from({ length: count }, (_, at) => ({
    id: `a${at}`,
    title: text(8),
    source: text(4),
    author: text(3),
    tag: text(3),
    body: text(200),
  }))
}

function buildStockIndex(corpus: readonly PlainArticle[]): lunr.Index {
  const builder = new lunr.Builder()
  builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer)
  builder.searchPipeline.add(lunr.stemmer)
  for (const field of ['title', 'source', 'author', 'tag', 'body']) builder.field(field)
  for (const article of corpus) builder.add(article)
  return builder.build()
}

describe('the search beside stock lunr', () => {
  it('finds the same articles with the same scores, for plain words in ASCII', async () => {
    const random = createRandom(2026)
    const corpus = makeCorpus(random, 60)
    const stock = buildStockIndex(corpus)
    const ours = createLunrIndex()
    await ours.replaceArticles(
      corpus.map(({ id, title, source, author, tag, body }) =>
        makeArticle({ id, title, paragraphs: [body], tags: [tag], account: { outlet: source, author } }),
      ),
    )
    for (let round = 0; round < 60; round++) {
      const words = Array.from({ length: 1 + (round % 4) }, () => pick(vocabulary, random))
      // A stop word alone is a phrase to us; lunr finds nothing.
      const query = ['peace', ...words].join(' ')
      const { hits } = await ours.search(`${query} `, 1000)
      const expected = new Map(stock.search(query).map(({ ref, score }) => [ref, score]))
      expect([query, hits.map(({ articleId }) => articleId).toSorted()]).toEqual([
        query,
        [...expected.keys()].toSorted(),
      ])
      for (const { articleId, score } of hits) expect(score).toBeCloseTo(expected.get(articleId) ?? NaN, 9)
    }
  })
})
