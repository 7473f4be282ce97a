import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../electron/contract/article.ts'
import { articleText } from '../../../../electron/contract/article-text.ts'
import { placeBlocks } from '../../../../electron/services/importing/place-blocks.ts'
import { harbour, lantern, placeOf, winter } from '../../made-up-library.ts'
import { findWords } from '../../reader-hands.ts'
import { layOut } from './made-up-page.tsx'

const text = articleText(lantern.blocks)

/** The block that holds `words`. */
function blockWith(words: string): Block {
  const block = lantern.blocks.find((candidate) => candidate.text.includes(words))
  if (!block) throw new Error(`no block holds “${words}”`)
  return block
}

describe('the text on the page', () => {
  it.each([lantern, harbour, winter])(
    'of “$title” is the text of the article, block by block',
    async (article) => {
      const { root } = await layOut(article)
      const shown = [...root.querySelectorAll<HTMLElement>('[data-start]')].map((element) => ({
        start: Number(element.dataset['start']),
        words: element.textContent,
      }))
      // Cells of one row are parted by a tab, all else by a line feed; both are one letter.
      const whole = shown.reduce((before, { start, words }) => before.padEnd(start) + words, '')
      expect(whole).toBe(articleText(article.blocks).replaceAll(/[\t\n]/g, ' '))
    },
  )
})

describe('toRange and toOffset', () => {
  it('lead from every offset of the article to its place and back', async () => {
    const { map } = await layOut(lantern)
    for (let offset = 0; offset < text.length; offset++) {
      const range = map.toRange(offset, offset + 1)
      if (!range) throw new Error(`offset ${offset} has no place`)
      expect(map.toOffset(range.startContainer, range.startOffset)).toBe(offset)
      // Between blocks and cells nothing stands on the page.
      expect(range.toString()).toBe(/[\t\n]/.test(text.charAt(offset)) ? '' : text.charAt(offset))
      expect(map.toOffset(range.endContainer, range.endOffset)).toBe(range.collapsed ? offset : offset + 1)
    }
  })

  it('lead from the ends of every block to its very words and back', async () => {
    const { map } = await layOut(lantern)
    for (const { start, text: words } of lantern.blocks) {
      const range = map.toRange(start, start + words.length)
      if (!range) throw new Error(`“${words}” has no place`)
      expect(range.toString().replaceAll(/\s/g, '')).toBe(words.replaceAll(/\s/g, ''))
      expect(map.toOffset(range.startContainer, range.startOffset)).toBe(start)
      expect(map.toOffset(range.endContainer, range.endOffset)).toBe(start + words.length)
    }
  })
})

describe('toRange', () => {
  it.each(['lantern treaty, and the keepers of both towers', 'other 🏮 at', '🏮', 'Фонарь', 'keeper’s'])(
    'finds “%s”, whatever stands around and within it',
    async (words) => {
      const { map } = await layOut(lantern)
      const { start, end } = placeOf(lantern, words)
      expect(map.toRange(start, end)?.toString()).toBe(words)
    },
  )

  it('reaches across blocks', async () => {
    const { map } = await layOut(lantern)
    const { start } = placeOf(lantern, 'at any hour.')
    const { end } = placeOf(lantern, 'We do not')
    expect(map.toRange(start, end)?.toString()).toBe('at any hour.We do not')
  })

  it('ends where the text ends, however far it is asked to reach', async () => {
    const { map } = await layOut(harbour)
    expect(map.toRange(0, 1_000_000)?.toString()).toBe(articleText(harbour.blocks).replaceAll('\n', ''))
  })

  it('finds nothing in an article without text', async () => {
    const { map } = await layOut({ title: 'Nothing', blocks: [] })
    expect(map.toRange(0, 1)).toBeNull()
  })
})

describe('toOffset', () => {
  it('counts a place in the title as the start of the text', async () => {
    const { root, map } = await layOut(lantern)
    const title = findWords(root, 'lantern treaty')
    expect(title.startContainer.parentElement?.tagName).toBe('H1')
    expect(map.toOffset(title.startContainer, title.startOffset)).toBe(0)
  })

  it('counts the start of the next paragraph as that start, as when a whole paragraph is selected', async () => {
    const { root, map } = await layOut(lantern)
    const next = blockWith('The treaty runs to four pages')
    const element = root.querySelector(`[data-start="${next.start}"]`)
    if (!element) throw new Error('the paragraph is not on the page')
    expect(map.toOffset(element, 0)).toBe(next.start)
  })

  it('counts a place after all elements of a block as the start of the next', async () => {
    const { root, map } = await layOut(lantern)
    const [first, second] = lantern.blocks
    const element = root.querySelector('[data-start="0"]')
    if (!first || !second || !element) throw new Error('the paragraph is not on the page')
    expect(map.toOffset(element, element.childNodes.length)).toBe(second.start)
  })

  it('counts a place in a table row as the start of the cell that follows', async () => {
    const { root, map } = await layOut(lantern)
    const row = [...root.querySelectorAll('tr')].find(({ textContent }) => textContent.startsWith('First'))
    if (!row) throw new Error('the row is not on the page')
    expect(map.toOffset(row, 1)).toBe(placeOf(lantern, 'First\t14').end - 2)
  })

  it('counts a place after all text as the end', async () => {
    const { root, map } = await layOut(lantern)
    expect(map.toOffset(root, root.childNodes.length)).toBe(text.length)
  })

  it('knows no place outside of the article', async () => {
    const { map } = await layOut(lantern)
    expect(map.toOffset(document.body, 0)).toBeNull()
  })
})

describe('a table with an empty cell', () => {
  it('keeps the places of the cells around it', async () => {
    const words = 'left\t\tright'
    const cells = [
      { start: 0, end: 4 },
      { start: 5, end: 5 },
      { start: 6, end: 11 },
    ]
    const row = { kind: 'table-row', group: 1, header: false, cells, text: words, spans: [] } as const
    const { map } = await layOut({ title: 'A table', blocks: placeBlocks([{ ...row, cells, spans: [] }]) })
    expect(map.toRange(0, 4)?.toString()).toBe('left')
    expect(map.toRange(6, 11)?.toString()).toBe('right')
    expect(map.toRange(0, 11)?.toString()).toBe('leftright')
  })
})
