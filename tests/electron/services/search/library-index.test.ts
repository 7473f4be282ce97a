import { describe, expect, it } from 'vitest'
import { createLibraryIndex } from '../../../../electron/services/search/library-index.ts'
import { termOf } from '../../../../electron/services/search/lunr-terms.ts'
import { indexFields } from '../../../../electron/services/search/searchable-article.ts'
import { makeArticle } from './make-article.ts'
import { createRandom } from './seeded-random.ts'

describe('the library index', () => {
  it('finds every number, though lunr’s token set mistakes digits for numbers of its nodes', () => {
    // With these words stock lunr loses 963, 964, 512802 and 748702.
    const random = createRandom(41)
    const numbers = Array.from({ length: 1800 }, (_, at) =>
      Math.floor(random() * 10 ** (1 + random() * 5)).toString(at % 2 ? 10 : 16),
    )
    const terms = [...new Set(numbers)].map(termOf).filter((term) => term !== null)
    const index = createLibraryIndex([makeArticle({ id: 'it', paragraphs: [numbers.join(' ')] })])
    const isFound = (term: string): boolean =>
      index.rank([{ term, boost: 1, required: false, fields: indexFields }]).size === 1
    expect(terms.filter((term) => !isFound(term))).toEqual([])
  })

  it('keeps articles in the order of their titles, then of their ids', () => {
    const titles = ['Part 10', 'part 9', 'Émile', 'Eve', 'Part 9', 'Adam', 'Adam']
    const { articles } = createLibraryIndex(titles.map((title, at) => makeArticle({ id: `a${at}`, title })))
    expect(articles.map(({ article }) => `${article.title} ${article.id}`)).toEqual([
      'Adam a5',
      'Adam a6',
      'Émile a2',
      'Eve a3',
      'part 9 a1',
      'Part 9 a4',
      'Part 10 a0',
    ])
  })
})
