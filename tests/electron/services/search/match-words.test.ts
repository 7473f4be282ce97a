import { describe, expect, it } from 'vitest'
import { articleText } from '../../../../electron/contract/article-text.ts'
import { createLunrIndex } from '../../../../electron/services/search/create-lunr-index.ts'
import { mergeRanges } from '../../../../electron/services/search/match-words.ts'
import { makeArticle } from './make-article.ts'

/** What a query lights in an article of these paragraphs. */
async function lit(query: string, ...paragraphs: string[]): Promise<string[]> {
  const index = createLunrIndex()
  const article = makeArticle({ id: 'it', title: 'Treaty', paragraphs })
  await index.replaceArticles([article])
  const text = articleText(article.blocks)
  return (await index.matchArticle('it', query)).map(({ start, end }) => text.slice(start, end))
}

describe('what a query lights in an article', () => {
  it.each([
    [
      'whole words in all inflections',
      'treaty ',
      'The Treaty—two treaties; entreaty',
      ['Treaty', 'treaties'],
    ],
    ['whole words where only their beginning is typed', 'trea', 'Treaty or treason', ['Treaty', 'treason']],
    [
      'a phrase as one stretch',
      '"new horizons" treaty ',
      'New—horizons, a treaty, horizons',
      ['New—horizons', 'treaty'],
    ],
    [
      'a phrase with the words that it covers as one',
      'horizons "new horizons" ',
      'new horizons',
      ['new horizons'],
    ],
    ['a possessive whole', 'people ', 'the people’s will', ['people’s']],
    ['a phrase of stop words', 'to be or not to be ', 'To be or not to be. To be', ['To be or not to be']],
    ['no stop word beside other words', 'the treaty ', 'the treaty', ['treaty']],
    ['no stop word for one that is being typed', 'treaty the', 'the treaty, a theory', ['treaty', 'theory']],
    ['the other spelling', 'defense ', 'Defence', ['Defence']],
    ['Cyrillic', 'договор ', 'Подписан «Договор».', ['Договор']],
    ['Chinese as one stretch', '友好合作', '睦邻友好合作条约', ['友好合作']],
    ['one Chinese character and no more', '条', '睦邻条约。第一条', ['条', '条']],
    ['nothing that is excluded', 'treaty -war ', 'war, treaty', ['treaty']],
    ['nothing for a field', 'title:treaty ', 'treaty', []],
    ['nothing for one letter', 't', 't', []],
    ['words of an article that the query does not find', 'treaty "cold war" ', 'a treaty', ['treaty']],
  ])('is %s', async (_, query, text, expected) => {
    expect(await lit(query, text)).toEqual(expected)
  })

  it('comes in the order of the text, over all blocks', async () => {
    expect(await lit('b a ', 'a b', 'b a x', 'c')).toEqual(['b', 'b'])
    expect(await lit('war treaty ', 'treaty war', 'war treaty')).toEqual(['treaty', 'war', 'war', 'treaty'])
  })

  it('does not reach over from one block into the next', async () => {
    expect(await lit('"new horizons"', 'all new', 'horizons')).toEqual([])
  })

  it('refuses an article that the index lacks', async () => {
    await expect(createLunrIndex().matchArticle('gone', 'treaty')).rejects.toMatchObject({
      error: { code: 'article-not-found', articleId: 'gone' },
    })
  })

  it('refuses a query that cannot be read', async () => {
    await expect(lit('editor:red', 'red')).rejects.toMatchObject({
      error: { code: 'query-unreadable', problem: { reason: 'unknown-field', start: 0, end: 6 } },
    })
  })
})

describe('mergeRanges', () => {
  it('joins what overlaps and keeps apart what only touches', () => {
    const ranges = [
      { start: 8, end: 9 },
      { start: 0, end: 3 },
      { start: 2, end: 5 },
      { start: 5, end: 6 },
      { start: 1, end: 2 },
    ]
    expect(mergeRanges(ranges)).toEqual([
      { start: 0, end: 5 },
      { start: 5, end: 6 },
      { start: 8, end: 9 },
    ])
  })
})
