import { describe, expect, it } from 'vitest'
import type { SearchHit } from '../../../../electron/contract/search.ts'
import { articleText } from '../../../../electron/contract/article-text.ts'
import { createLunrIndex } from '../../../../electron/services/search/create-lunr-index.ts'
import type { ArticleParts } from './make-article.ts'
import { makeArticle } from './make-article.ts'

const filler = (count: number, word = 'filler'): string => Array.from({ length: count }, () => word).join(' ')

/** The only hit of a query in an article. */
async function hitIn(parts: Omit<ArticleParts, 'id'>, query: string): Promise<SearchHit> {
  const index = createLunrIndex()
  const article = makeArticle({ id: 'it', ...parts })
  await index.replaceArticles([article])
  const { hits } = await index.search(query, 1)
  const [hit] = hits
  if (!hit) throw new Error(`"${query}" finds nothing`)
  const { text, start } = hit.snippet
  expect(articleText(article.blocks).slice(start, start + text.length)).toBe(text)
  return hit
}

const marked = ({ snippet }: SearchHit): string[] =>
  snippet.marks.map(({ start, end }) => snippet.text.slice(start, end))

describe('the snippet of a hit', () => {
  it('is the whole block where that is short', async () => {
    const { snippet } = await hitIn({ paragraphs: ['“A treaty,” they said.'] }, 'treaty ')
    expect(snippet).toEqual({
      text: '“A treaty,” they said.',
      start: 0,
      marks: [{ start: 3, end: 9 }],
      cutBefore: false,
      cutAfter: false,
    })
  })

  it('is about thirty words around the match in a long block', async () => {
    const hit = await hitIn({ paragraphs: [`${filler(100)} treaty ${filler(100)}`] }, 'treaty ')
    expect(hit.snippet.text.split(' ')).toHaveLength(30)
    expect(marked(hit)).toEqual(['treaty'])
    expect(hit.snippet).toMatchObject({ cutBefore: true, cutAfter: true })
    expect(hit.snippet.marks[0]?.start).toBeGreaterThan(60)
  })

  it('stops at the block’s ends', async () => {
    const first = await hitIn({ paragraphs: [`treaty ${filler(100)}`] }, 'treaty ')
    expect(first.snippet).toMatchObject({ start: 0, cutBefore: false, cutAfter: true })
    const last = await hitIn({ paragraphs: [`${filler(100)} treaty.`] }, 'treaty ')
    expect(last.snippet).toMatchObject({ cutBefore: true, cutAfter: false })
    expect(last.snippet.text.endsWith('treaty.')).toBe(true)
  })

  it('shows where most of the query’s words stand together, before where one stands often', async () => {
    const often = 'treaty treaty treaty treaty'
    const together = 'a treaty of new horizons'
    const hit = await hitIn({ paragraphs: [often, filler(50), together] }, 'treaty horizons ')
    expect(hit.snippet.text).toBe(together)
  })

  it('then where most places match, then the earliest', async () => {
    const hit = await hitIn(
      { paragraphs: ['one treaty', 'a treaty, a treaty', 'treaty and treaty'] },
      'treaty ',
    )
    expect(hit.snippet.text).toBe('a treaty, a treaty')
    const start = await hitIn({ paragraphs: ['one treaty', 'another treaty'] }, 'treaty ')
    expect(start.snippet.text).toBe('one treaty')
  })

  it('finds the best place within a block', async () => {
    const text = `treaty ${filler(60)} treaty of new horizons ${filler(60)} treaty treaty treaty`
    expect(marked(await hitIn({ paragraphs: [text] }, 'treaty horizons '))).toEqual(['treaty', 'horizons'])
  })

  it('begins and ends at spaces, not within compounds or before punctuation', async () => {
    const words = Array.from({ length: 80 }, (_, at) => `so-called${at},`)
    const hit = await hitIn({ paragraphs: [words.toSpliced(40, 0, 'treaty').join(' ')] }, 'treaty ')
    expect(hit.snippet.text).toMatch(/^so-called\d+, .* so-called\d+,$/)
  })

  it('is not cut where it reaches back to the block’s first word', async () => {
    const text = `so-called ${filler(13)} treaty ${filler(40)}`
    expect((await hitIn({ paragraphs: [text] }, 'treaty ')).snippet).toMatchObject({
      start: 0,
      cutBefore: false,
      cutAfter: true,
    })
  })

  it('begins with a sentence where one begins shortly before the match', async () => {
    const text = `${filler(60)}, he said. “Now then the treaty came ${filler(60)}`
    const { snippet } = await hitIn({ paragraphs: [text] }, 'treaty ')
    expect(snippet.text).toMatch(/^“Now then the treaty came/)
    expect(snippet.text.split(' ')).toHaveLength(30)
    const atEnd = await hitIn({ paragraphs: [`${filler(60)}. Now the treaty.`] }, 'treaty ')
    expect(atEnd.snippet.text.split(' ')).toHaveLength(30)
  })

  it('does not swallow text without spaces', async () => {
    const hit = await hitIn(
      { paragraphs: ['睦邻友好合作'.repeat(30) + '条约' + '睦邻友好合作'.repeat(30)] },
      '条约',
    )
    expect(marked(hit)).toEqual(['条约'])
    expect(hit.snippet.text.length).toBeLessThan(36)
  })

  it('is the opening of the text where only the metadata matches', async () => {
    const parts = { heading: 'Heading', paragraphs: [`Opening ${filler(100)}`], tags: ['treaty'] }
    const { snippet, firstMatch, matchCount } = await hitIn(parts, 'treaty ')
    expect(snippet).toMatchObject({ start: 8, marks: [], cutBefore: false, cutAfter: true })
    expect(snippet.text).toMatch(/^Opening filler/)
    expect({ firstMatch, matchCount }).toEqual({ firstMatch: null, matchCount: 0 })
  })

  it('is empty where there is no text', async () => {
    const { snippet } = await hitIn({ title: 'Treaty' }, 'treaty ')
    expect(snippet).toEqual({ text: '', start: 0, marks: [], cutBefore: false, cutAfter: false })
  })

  it('never cuts a character in two', async () => {
    const text = `${filler(60)} 😀😀treaty😀😀 ${filler(60)}`
    expect((await hitIn({ paragraphs: [text] }, 'treaty ')).snippet.text).toContain('😀😀treaty😀😀')
    const long = `${filler(60)} ${'😀'.repeat(30)}treaty${'😀'.repeat(30)} x`
    expect((await hitIn({ paragraphs: [long] }, 'treaty ')).snippet.text).not.toMatch(/\p{Surrogate}/u)
  })
})

describe('the counts and marks of a hit', () => {
  it('name the first match in the text and the number of them', async () => {
    const hit = await hitIn({ heading: 'Of it', paragraphs: ['a treaty', 'Treaties'] }, 'treaty ')
    expect(hit).toMatchObject({ firstMatch: { start: 8, end: 14 }, matchCount: 2 })
  })

  it('mark the title', async () => {
    const hit = await hitIn(
      { title: 'The Treaty’s new horizons', paragraphs: ['x'] },
      'treaty "new horizons" ',
    )
    expect(hit.titleMarks).toEqual([
      { start: 4, end: 12 },
      { start: 13, end: 25 },
    ])
  })

  it('mark in the title what was asked of the title, and only there', async () => {
    const hit = await hitIn({ title: 'Treaty', paragraphs: ['a treaty'] }, 'title:treaty ')
    expect(hit.titleMarks).toEqual([{ start: 0, end: 6 }])
    expect(hit.matchCount).toBe(0)
    const other = await hitIn({ title: 'Europe', tags: ['europe'] }, 'tag:europe ')
    expect(other.titleMarks).toEqual([])
  })
})
