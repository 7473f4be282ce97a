import { beforeEach, describe, expect, it } from 'vitest'
import type { SearchIndex } from '../../../../electron/services/ports.ts'
import { createLunrIndex } from '../../../../electron/services/search/create-lunr-index.ts'
import { tokenise } from '../../../../electron/services/search/tokenise.ts'
import type { ArticleParts } from './make-article.ts'
import { makeArticle } from './make-article.ts'

let index: SearchIndex

beforeEach(() => {
  index = createLunrIndex()
})

const fill = (...articles: ArticleParts[]): Promise<void> => index.replaceArticles(articles.map(makeArticle))

async function find(query: string): Promise<string[]> {
  return (await index.search(query, 100)).hits.map(({ articleId }) => articleId)
}

describe('a search as one types', () => {
  it('takes the last word as a beginning until white space or a quote ends it', async () => {
    await fill({ id: 'it', paragraphs: ['experimental results'] })
    expect(await find('experime')).toEqual(['it'])
    expect(await find('experime ')).toEqual([])
    expect(await find('experime results ')).toEqual(['it'])
    expect(await find('"experime"')).toEqual([])
  })

  it('only takes the last word so', async () => {
    await fill({ id: 'a', paragraphs: ['treaty'] }, { id: 'b', paragraphs: ['spring'] })
    expect(await find('tre spri')).toEqual(['b'])
  })

  it('puts the finished word before words that only begin so', async () => {
    await fill(
      { id: 'begun', paragraphs: ['a treatment, a treatise, a treaty'] },
      { id: 'whole', paragraphs: ['a treat, such a treat'] },
    )
    expect(await find('treat')).toEqual(['whole', 'begun'])
  })

  it('counts a word once, finished or not, where no other word begins so', async () => {
    await fill({ id: 'it', paragraphs: ['a treaty and another'] }, { id: 'no', paragraphs: ['spring'] })
    const [typed] = (await index.search('treaty another', 1)).hits
    const [finished] = (await index.search('treaty another ', 1)).hits
    expect(typed?.score).toBeCloseTo(finished?.score ?? NaN, 12)
  })

  it('begins with two letters, or with one beside other words', async () => {
    await fill({ id: 'plan', paragraphs: ['plan B'] }, { id: 'big', paragraphs: ['big'] })
    expect(await find('bi')).toEqual(['big'])
    expect(await find('plan b')).toEqual(['plan'])
  })

  it('takes an unfinished stop word for a beginning', async () => {
    await fill({ id: 'theory', paragraphs: ['no theory'] }, { id: 'other', paragraphs: ['a treaty'] })
    expect(await find('the')).toEqual(['theory'])
    expect(await find('treaty the')).toEqual(expect.arrayContaining(['theory', 'other']))
    expect(await find('title:theory the')).toEqual(['theory'])
    expect(await find('title:other the')).toEqual([])
  })

  it('follows a sentence of stop words letter by letter', async () => {
    await fill(
      { id: 'it', paragraphs: ['To be, or not to be'] },
      { id: 'other', paragraphs: ['n, or to be'] },
    )
    const query = 'to be or not to be'
    for (let length = query.indexOf('n') + 1; length <= query.length; length++) {
      expect([length, await find(query.slice(0, length))]).toEqual([length, ['it']])
    }
  })

  it('takes the last word of a field for a beginning', async () => {
    await fill({ id: 'it', title: 'Treaty signed', tags: ['foreign policy'] }, { id: 'no', title: 'Other' })
    expect(await find('title:trea')).toEqual(['it'])
    expect(await find('title:trea ')).toEqual([])
    expect(await find('tag:foreign-po')).toEqual(['it'])
    expect(await find('tag:foreign-p')).toEqual(['it'])
    expect(await find('title:trea signed ')).toEqual([])
  })

  it('finds the other spelling while a word is typed', async () => {
    await fill({ id: 'british', paragraphs: ['organisation of colour'] })
    expect(await find('organiz')).toEqual(['british'])
    expect(await find('organizati')).toEqual(['british'])
    await fill({ id: 'american', paragraphs: ['organization of color'] })
    expect(await find('organis')).toEqual(['american'])
    expect(await find('colou')).toEqual(['american'])
  })

  it('never loses an article while one of its words is typed', async () => {
    const texts = [
      'On 1 February, in Beijing, the People’s Republic told Russia’s security chief that ties could “break new ground”.',
      'The 25th anniversary of the Treaty of Good-Neighborliness—a quarter century—was marked; trade rose 3.5% to 1,000,000.',
      'Experimental organisations analysed, travelled, cancelled and programmed; they don’t, can’t, won’t say it’s O’Neill’s.',
      'Émile’s naïve coöperation: ﬁnance, Straße, encyclopædia, mediæval. L’Europe qu’il d’Artagnan.',
      'Подписан Договор о добрососедстве; ёлка, ещё, йод. Ο Οδυσσέας. مُحَمَّد हिन्दी 한국어',
      '中俄睦邻友好合作条约于2001年签署。カタカナとひらがな',
      'theirs themselves itself whichever otherwise onto canning areas butter beings thenceforth',
    ]
    await fill(...texts.map((text, at) => ({ id: `t${at}`, paragraphs: [text] })))
    const lost: string[] = []
    for (const [at, text] of texts.entries()) {
      for (const { start, end } of tokenise(text)) {
        const letters = Array.from(text.slice(start, end))
        for (let length = 2; length <= letters.length; length++) {
          const query = letters.slice(0, length).join('')
          // "1," and "3." are one digit so far, "L’" one letter.
          if (tokenise(query).every(({ surface }) => surface.length < 2)) continue
          if (!(await find(query)).includes(`t${at}`)) lost.push(query)
        }
      }
    }
    expect(lost).toEqual([])
  })
})
