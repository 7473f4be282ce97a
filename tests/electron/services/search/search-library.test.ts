import { beforeEach, describe, expect, it } from 'vitest'
import type { SearchIndex } from '../../../../electron/services/ports.ts'
import { createLunrIndex } from '../../../../electron/services/search/create-lunr-index.ts'
import type { ArticleParts } from './make-article.ts'
import { makeArticle } from './make-article.ts'

let index: SearchIndex

beforeEach(() => {
  index = createLunrIndex()
})

const fill = (...articles: ArticleParts[]): Promise<void> => index.replaceArticles(articles.map(makeArticle))

/** Ids of what a query finds, best first. */
async function find(query: string): Promise<string[]> {
  const { hits, total } = await index.search(query, 100)
  expect(total).toBe(hits.length)
  return hits.map(({ articleId }) => articleId)
}

const leftOut = async (query: string): Promise<number> => (await index.search(query, 10)).undatedLeftOut

/** The same where only the set matters. */
const findSet = async (query: string): Promise<string[]> => (await find(query)).toSorted()

describe('a search for words', () => {
  it('finds nothing before there are articles', async () => {
    expect(await index.search('treaty ', 10)).toEqual({
      total: 0,
      hits: [],
      undatedLeftOut: 0,
      tooShort: false,
    })
  })

  it('finds articles with any of the words, those with more of them first', async () => {
    await fill(
      { id: 'neither', paragraphs: ['spring has come'] },
      { id: 'one', paragraphs: ['a treaty was signed'] },
      { id: 'two', paragraphs: ['a treaty opens horizons'] },
    )
    expect(await find('treaty horizons ')).toEqual(['two', 'one'])
  })

  it('finds inflections of a word', async () => {
    await fill({ id: 'a', paragraphs: ['two treaties'] }, { id: 'b', paragraphs: ['the meeting'] })
    expect(await find('treaty ')).toEqual(['a'])
    expect(await find('meets ')).toEqual(['b'])
  })

  it.each([
    ['treaty', 'the Treaty—become law'],
    ['treaty', 'the “Treaty”'],
    ["people's republic", 'the People’s Republic'],
    ['people’s', "the people's will"],
    ['people', 'the people’s will'],
    ["don't", 'they don’t'],
    ['emile', 'by Émile Zola'],
    ['Émile', 'by Emile Zola'],
    ['defense', 'the Ministry of Defence'],
    ['organisation', 'the World Health Organization'],
    ['neighbourliness', 'Good-Neighborliness Treaty'],
    ['договор', 'подписан Договор о дружбе'],
    ['елка', 'новогодняя ёлка'],
    ['条约', '中俄睦邻友好合作条约签署'],
    ['条', '中俄睦邻友好合作条约签署'],
    ['约', '一个条约。'],
    ['2026', 'in 2026年'],
    ['1000', 'some 1,000 people'],
    ['cooperation', 'co\u00adoper\u00adation'],
    ['finance', 'public ﬁnance'],
  ])('finds %s in "%s"', async (query, text) => {
    await fill({ id: 'it', paragraphs: [text] }, { id: 'other', paragraphs: ['nothing of the kind'] })
    expect(await find(`${query} `)).toEqual(['it'])
    expect(await find(query)).toEqual(['it'])
  })

  it('looks at titles, sources, authors and tags as well', async () => {
    await fill(
      { id: 'title', title: 'Of zebras' },
      { id: 'outlet', account: { outlet: 'The Zebra' } },
      { id: 'agency', account: { agencies: ['AFP', 'Zebra'] } },
      { id: 'section', account: { section: 'Zebra news' } },
      { id: 'headline', account: { headline: 'Zebra found' } },
      { id: 'author', account: { author: 'Z. Zebra' } },
      { id: 'tag', tags: ['africa', 'zebra'] },
      { id: 'text', paragraphs: ['a zebra'] },
      { id: 'none', paragraphs: ['a horse'] },
    )
    const all = ['agency', 'author', 'headline', 'outlet', 'section', 'tag', 'text', 'title']
    expect(await findSet('zebra ')).toEqual(all)
    expect(await find('title:zebra ')).toEqual(['title'])
    expect(await findSet('source:zebra ')).toEqual(['agency', 'headline', 'outlet', 'section'])
    expect(await find('author:zebra ')).toEqual(['author'])
    expect(await find('tag:zebra ')).toEqual(['tag'])
  })

  it('tells the best hits up to the limit, and how many there are in all', async () => {
    await fill(...['a', 'b', 'c'].map((id) => ({ id, paragraphs: ['treaty'] })))
    const { total, hits } = await index.search('treaty ', 2)
    expect({ total, ids: hits.map(({ articleId }) => articleId) }).toEqual({ total: 3, ids: ['a', 'b'] })
  })

  it('orders equal hits by title and then by id', async () => {
    await fill(
      { id: 'z', title: 'Same', paragraphs: ['treaty'] },
      { id: 'y', title: 'Part 10', paragraphs: ['treaty'] },
      { id: 'x', title: 'Part 9', paragraphs: ['treaty'] },
      { id: 'a', title: 'Same', paragraphs: ['treaty'] },
    )
    // All titles are equally long to the ranking but for "Part 9" and "Part 10", which are so among themselves.
    expect((await find('treaty -nothing ')).filter((id) => 'xy'.includes(id))).toEqual(['x', 'y'])
    expect((await find('treaty ')).filter((id) => 'az'.includes(id))).toEqual(['a', 'z'])
  })

  it('holds the articles last given and no others', async () => {
    await fill({ id: 'old', paragraphs: ['treaty'] })
    await fill({ id: 'new', paragraphs: ['treaty'] })
    expect(await find('treaty ')).toEqual(['new'])
  })
})

describe('stop words in a search', () => {
  beforeEach(() =>
    fill(
      { id: 'hamlet', paragraphs: ['To be, or not to be: that is the question.'] },
      { id: 'state', paragraphs: ['The state of the union'] },
      { id: 'theory', paragraphs: ['A theory'] },
    ),
  )

  it('are left out beside other words', async () => {
    expect(await find('the union ')).toEqual(['state'])
    expect(await find('of the question ')).toEqual(['hamlet'])
  })

  it('are a phrase where there is nothing else', async () => {
    expect(await find('to be or not to be ')).toEqual(['hamlet'])
    expect(await find('of the ')).toEqual(['state'])
    expect(await find('the of ')).toEqual([])
  })

  it('are left out beside a filter or an exclusion', async () => {
    expect(await find('the title:theory ')).toEqual(['theory'])
    expect(await findSet('of the -union ')).toEqual(['hamlet', 'theory'])
  })

  it('count in phrases', async () => {
    expect(await find('"state of the union"')).toEqual(['state'])
    expect(await find('"state of union"')).toEqual([])
    expect(await find('"the"')).toEqual(['hamlet', 'state'])
  })

  it('can be excluded', async () => {
    expect(await find('-the ')).toEqual(['theory'])
  })
})

describe('a phrase', () => {
  beforeEach(() =>
    fill(
      { id: 'phrase', paragraphs: ['They speak of new horizons for both.'] },
      { id: 'apart', paragraphs: ['A new plan with broad horizons.'] },
      { id: 'across', paragraphs: ['All is new', 'Horizons widen.'] },
      { id: 'title', title: 'New Horizons', paragraphs: ['Of a treaty.'] },
      { id: 'tag', tags: ['new horizons'] },
      { id: 'plural', paragraphs: ['a new horizon'] },
    ),
  )

  it('must be there word for word, in one block or in the title', async () => {
    expect(await findSet('"new horizons"')).toEqual(['phrase', 'title'])
    expect(await findSet('“NEW  horizons”')).toEqual(['phrase', 'title'])
    expect(await findSet('«new—horizons»')).toEqual(['phrase', 'title'])
  })

  it('is required beside words, of which one must be there too', async () => {
    expect(await find('"new horizons" treaty ')).toEqual(['title'])
    expect(await find('"new horizons" dragon ')).toEqual([])
  })

  it('of one word takes the word as written', async () => {
    expect(await find('"horizon"')).toEqual(['plural'])
  })

  it('can be asked of a field', async () => {
    expect(await find('title:"new horizons"')).toEqual(['title'])
    expect(await find('tag:"new horizons"')).toEqual(['tag'])
    expect(await find('tag:new-horizons ')).toEqual(['tag'])
  })

  it('can be excluded', async () => {
    expect(await findSet('new -"new horizons"')).toEqual(['across', 'apart', 'plural', 'tag'])
  })

  it('is found in either spelling', async () => {
    await fill({ id: 'it', paragraphs: ['the Defence Programme'] })
    expect(await find('"defense program"')).toEqual(['it'])
  })

  it('is found in Chinese', async () => {
    await fill({ id: 'it', paragraphs: ['中俄睦邻友好合作条约'] }, { id: 'no', paragraphs: ['友好的合作'] })
    expect(await find('"友好合作"')).toEqual(['it'])
    expect(await find('“条”')).toEqual(['it'])
  })

  it('does not run from one tag or agency into the next', async () => {
    await fill({ id: 'it', tags: ['new', 'horizons'], account: { agencies: ['New', 'Horizons'] } })
    expect(await find('tag:"new horizons"')).toEqual([])
    expect(await find('source:"new horizons"')).toEqual([])
  })
})

describe('exclusions and filters', () => {
  beforeEach(() =>
    fill(
      { id: 'c', title: 'Gamma', paragraphs: ['war and treaty'], tags: ['europe'] },
      { id: 'b', title: 'beta', paragraphs: ['treaty'], account: { author: 'Rasulov' } },
      { id: 'a', title: 'Alpha', paragraphs: ['peace'], account: { outlet: 'War Weekly' } },
    ),
  )

  it('leave out what has the word anywhere, in any inflection', async () => {
    expect(await find('treaty -wars ')).toEqual(['b'])
  })

  it('alone find all others, in the order of titles', async () => {
    expect(await find('-rasulov ')).toEqual(['a', 'c'])
    expect(await find('-dragon ')).toEqual(['a', 'b', 'c'])
    expect(await find('-war ')).toEqual(['b'])
    expect(await find('-author:rasulov ')).toEqual(['a', 'c'])
  })

  it('all have to hold', async () => {
    expect(await find('tag:europe treaty ')).toEqual(['c'])
    expect(await find('tag:europe author:rasulov ')).toEqual([])
    expect(await find('tag:europe -treaty ')).toEqual([])
  })

  it('exclude a word as it stands, even while it may still grow', async () => {
    expect(await find('-tre')).toEqual(['a', 'b', 'c'])
  })
})

describe('dates in a search', () => {
  beforeEach(() =>
    fill(
      { id: 'year', account: { date: '2026' }, paragraphs: ['treaty'] },
      { id: 'month', account: { date: '2026-02' }, paragraphs: ['treaty'] },
      { id: 'day', account: { date: '2026-02-04' }, paragraphs: ['treaty'] },
      { id: 'old', account: { date: '2022' }, paragraphs: ['treaty'] },
      { id: 'undated', paragraphs: ['treaty'] },
      { id: 'undated-other', paragraphs: ['spring'] },
    ),
  )

  it.each([
    ['before:2026', ['old']],
    ['before:2026-03', ['day', 'month', 'old']],
    ['before:2026-02-04', ['old']],
    ['before:2026-02-05', ['day', 'old']],
    ['after:2022', ['day', 'month', 'year']],
    ['after:2026-02-03', ['day']],
    ['after:2025-12-31', ['day', 'month', 'year']],
    ['after:2026', []],
    ['after:2022 before:2026-03', ['day', 'month']],
    ['date:none', ['undated', 'undated-other']],
    ['-date:none', ['day', 'month', 'old', 'year']],
    ['-before:2026 -date:none', ['day', 'month', 'year']],
  ])('compares whole stretches of time: %s', async (query, expected) => {
    expect(await findSet(query)).toEqual(expected)
  })

  it('tells how many undated articles were left out that matched otherwise', async () => {
    expect(await leftOut('treaty before:2026')).toBe(1)
    expect(await leftOut('before:2026')).toBe(2)
    expect(await leftOut('treaty spring after:2020')).toBe(2)
    expect(await leftOut('treaty')).toBe(0)
    expect(await leftOut('date:none')).toBe(0)
    expect(await leftOut('-before:2026')).toBe(0)
  })
})

describe('a search that cannot be carried out', () => {
  it('refuses a query that cannot be read', async () => {
    await expect(index.search('"new', 10)).rejects.toMatchObject({
      error: { code: 'query-unreadable', problem: { reason: 'unclosed-quote', start: 0, end: 4 } },
    })
  })

  it.each(['', '  ', '-', '—', 't', 'T', 'a', 'title:t', '…'])(
    'says of "%s" that there is nothing to look for yet',
    async (query) => {
      await fill({ id: 'it', title: 't', paragraphs: ['t'] })
      expect(await index.search(query, 10)).toEqual({ total: 0, hits: [], undatedLeftOut: 0, tooShort: true })
    },
  )

  it('does look for one letter once it is finished, or one Chinese character', async () => {
    await fill({ id: 'it', paragraphs: ['vitamin C', '条'] })
    expect(await find('c ')).toEqual(['it'])
    expect(await find('条')).toEqual(['it'])
  })
})
