// The block model that Markdown becomes: kinds, texts, spans, numbers and places.
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../electron/contract/article.ts'
import { articleText } from '../../../../electron/contract/article-text.ts'
import { markdownToBlocks } from '../../../../electron/services/importing/markdown-to-blocks.ts'

/** Kind and text of each block: what most tests are about. */
function outline(markdown: string): string[] {
  return markdownToBlocks(markdown).map((block) => `${block.kind}: ${block.text}`)
}

function onlyBlock(markdown: string): Block {
  const [block, ...others] = markdownToBlocks(markdown)
  expect(others).toEqual([])
  if (!block) throw new Error('no block')
  return block
}

/** Each span as its kind and the words it covers. */
function spansOf(markdown: string): string[] {
  const block = onlyBlock(markdown)
  return block.spans.map((span) => {
    const words = block.text.slice(span.start, span.end)
    return span.kind === 'link' ? `link ${span.address}: ${words}` : `${span.kind}: ${words}`
  })
}

/** List items with what makes them one; other blocks as their text. */
function items(markdown: string) {
  return markdownToBlocks(markdown).map((block) =>
    block.kind === 'list-item'
      ? { text: block.text, group: block.group, ordinal: block.ordinal, depth: block.depth }
      : block.text,
  )
}

describe('blocks of Markdown', () => {
  it('tells headings, paragraphs and quotations apart', () => {
    expect(outline('## Road\n\nA way.\n\n> Said.\n>\n> Said again.')).toEqual([
      'heading: Road',
      'paragraph: A way.',
      'quotation: Said.',
      'quotation: Said again.',
    ])
  })

  it('brings headings to levels 2 to 4', () => {
    const levels = markdownToBlocks('# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\nf\n===\n').map((block) =>
      block.kind === 'heading' ? block.level : null,
    )
    expect(levels).toEqual([2, 2, 3, 4, 4, 2])
  })

  it('numbers all blocks but headings from 1', () => {
    const numbers = markdownToBlocks('# a\n\nb\n\n## c\n\n- d\n- e\n\n> f\n').map((block) => block.number)
    expect(numbers).toEqual([null, 1, null, 2, 3, 4])
  })

  it('takes a heading inside a quotation as a part of the quotation', () => {
    expect(outline('> # Big words\n>\n> and small')).toEqual(['quotation: Big words', 'quotation: and small'])
  })

  it('keeps quotations inside quotations as quotations', () => {
    expect(outline('> a\n>\n> > b')).toEqual(['quotation: a', 'quotation: b'])
  })

  it('makes a caption of an image that stands alone', () => {
    expect(outline('![Picture described: two men]()')).toEqual(['caption: Picture described: two men'])
    expect(outline('[![A map](a.png)](https://e.org)')).toEqual(['caption: A map'])
    expect(outline('![A map][m]\n\n[m]: a.png')).toEqual(['caption: A map'])
  })

  it('keeps the description of an image that stands between words', () => {
    expect(outline('See ![the map](a.png) here')).toEqual(['paragraph: See the map here'])
  })

  it('leaves out blocks without visible text', () => {
    expect(
      outline('##\n\n![]()\n\n&nbsp;\n\n-\n\n***\n\n<!-- gone -->\n\n[x]: https://e.org\n\nleft'),
    ).toEqual(['paragraph: left'])
  })

  it('has no blocks where there is no text', () => {
    expect(markdownToBlocks('')).toEqual([])
    expect(markdownToBlocks(' \n\n\t\n')).toEqual([])
  })

  it('makes plain text of code', () => {
    expect(outline('Use `a  *b*` now.\n\n```js\nlet x\n\n  = 1\n```')).toEqual([
      'paragraph: Use a *b* now.',
      'paragraph: let x = 1',
    ])
  })
})

describe('text inside a block', () => {
  it('makes one space of line feeds, hard breaks and runs of white space', () => {
    expect(outline('one\ntwo  \nthree\\\nfour   five\tsix')).toEqual([
      'paragraph: one two three four five six',
    ])
  })

  it('lets no line end in by a character reference', () => {
    expect(outline('a&#10;b&#13;&#10;c&#x2028;d')).toEqual(['paragraph: a b c d'])
  })

  it('keeps no-break spaces and everything outside ASCII', () => {
    expect(outline('№\u00a07 — “мир” 😀 和平')).toEqual(['paragraph: №\u00a07 — “мир” 😀 和平'])
  })

  it('drops tags but keeps the words between them', () => {
    expect(outline('a <b>bold</b> <!-- no -->word<br>next')).toEqual(['paragraph: a bold word next'])
  })

  it('drops the tags of a block of HTML and keeps its visible text', () => {
    expect(
      outline(
        '<div class="x">\n<p>Fish &amp; <i>chips</i></p><p>*Tea*</p>\n<style>p { color: red }</style><script>alert(1)</script></div>',
      ),
    ).toEqual(['paragraph: Fish & chips', 'paragraph: *Tea*'])
  })

  it('lets no tag come together out of the pieces of others', () => {
    expect(outline('<div>\n<scr<b>ipt>alert(1)</scr</b>ipt>\n</div>').join()).not.toContain('<')
    expect(outline('<div>\nseen <!-- a <script> b')).toEqual(['paragraph: seen'])
    expect(outline('<div>\n&lt;script&gt; is a tag\n</div>')).toEqual(['paragraph: <script> is a tag'])
  })
})

describe('spans', () => {
  it('cover emphasised and strong words, the outer before the inner', () => {
    expect(spansOf('a *b **c*** d')).toEqual(['emphasis: b c', 'strong: c'])
    expect(spansOf('**a *b***')).toEqual(['strong: a b', 'emphasis: b'])
    expect(spansOf('***a** b*')).toEqual(['emphasis: a b', 'strong: a'])
  })

  it('are UTF-16 offsets into their own block', () => {
    const [, second] = markdownToBlocks('first\n\n😀 *b*')
    expect(second).toMatchObject({ text: '😀 b', start: 6, spans: [{ kind: 'emphasis', start: 3, end: 4 }] })
  })

  it('end where the text of the block ends', () => {
    expect(onlyBlock('*a&#10;*').spans).toEqual(onlyBlock('*a*').spans)
  })

  it('leave out marks without text', () => {
    expect(spansOf('a [](https://e.org) b')).toEqual([])
  })

  it('hold links to http, https and mailto', () => {
    expect(spansOf('[a](http://e.org/x?y=1) [b](<https://e.org>) <mailto:a@e.org>')).toEqual([
      'link http://e.org/x?y=1: a',
      'link https://e.org/: b',
      'link mailto:a@e.org: mailto:a@e.org',
    ])
  })

  it('hold links by reference, wherever the definition stands; the first counts', () => {
    expect(spansOf('[a][R]\n\n> - [r]: https://one.org\n\n[r]: https://two.org')).toEqual([
      'link https://one.org/: a',
    ])
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    '&#1;javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://e.org/1',
    'notes.md',
    '/root',
    '//e.org/x',
    '#part',
  ])('make plain text of a link to %s', (address) => {
    const block = onlyBlock(`see [there](<${address}>) now`)
    expect(block).toMatchObject({ text: 'see there now', spans: [] })
  })
})

describe('lists', () => {
  it('count ordered items from where the list starts, and other items not at all', () => {
    expect(items('3. a\n4. b\n\ntext\n\n- c')).toEqual([
      { text: 'a', group: 1, ordinal: 3, depth: 0 },
      { text: 'b', group: 1, ordinal: 4, depth: 0 },
      'text',
      { text: 'c', group: 2, ordinal: null, depth: 0 },
    ])
  })

  it('count an item that holds no text', () => {
    expect(items('1. a\n2.\n3. c')).toMatchObject([
      { text: 'a', ordinal: 1 },
      { text: 'c', ordinal: 3 },
    ])
  })

  it('keep a nested list in the group of its outermost list, deeper', () => {
    expect(items('- a\n  1. b\n     - c\n- d')).toEqual([
      { text: 'a', group: 1, ordinal: null, depth: 0 },
      { text: 'b', group: 1, ordinal: 1, depth: 1 },
      { text: 'c', group: 1, ordinal: null, depth: 2 },
      { text: 'd', group: 1, ordinal: null, depth: 0 },
    ])
  })

  it('tell two lists in a row apart', () => {
    expect(items('- a\n\n* b')).toMatchObject([{ group: 1 }, { group: 2 }])
  })

  it('let what follows in an item stand as blocks of its own, and go on as a new group', () => {
    expect(items('1. a\n\n   more\n2. b\n   > said\n3. c')).toEqual([
      { text: 'a', group: 1, ordinal: 1, depth: 0 },
      'more',
      { text: 'b', group: 2, ordinal: 2, depth: 0 },
      'said',
      { text: 'c', group: 3, ordinal: 3, depth: 0 },
    ])
  })

  it('inside a quotation begin anew', () => {
    expect(items('- a\n\n  > - b')).toEqual([
      { text: 'a', group: 1, ordinal: null, depth: 0 },
      { text: 'b', group: 2, ordinal: null, depth: 0 },
    ])
  })
})

describe('tables', () => {
  const table =
    '| Year | *What* happened |\n| - | - |\n| 2001 | a [treaty](https://e.org)\\|pact |\n|  |  |\n| 2026 |'

  it('become rows whose cells are parted by tabs', () => {
    expect(markdownToBlocks(table)).toMatchObject([
      { kind: 'table-row', text: 'Year\tWhat happened', header: true, group: 1, number: 1 },
      { kind: 'table-row', text: '2001\ta treaty|pact', header: false, group: 1, number: 2 },
      { kind: 'table-row', text: '2026', header: false, group: 1, number: 3 },
    ])
  })

  it('tell where each cell stands in its row', () => {
    for (const block of markdownToBlocks(table)) {
      if (block.kind !== 'table-row') throw new Error(block.kind)
      expect(block.cells.map((cell) => block.text.slice(cell.start, cell.end))).toEqual(
        block.text.split('\t'),
      )
    }
  })

  it('keep the spans of every cell', () => {
    const [head, row] = markdownToBlocks(table)
    expect(head?.spans).toEqual([{ kind: 'emphasis', start: 5, end: 9 }])
    expect(row?.spans).toEqual([{ kind: 'link', start: 7, end: 13, address: 'https://e.org/' }])
  })

  it('of two tables are two groups', () => {
    expect(markdownToBlocks('|a|\n|-|\n\n|b|\n|-|')).toMatchObject([{ group: 1 }, { group: 2 }])
  })

  it('keep a tab out of a cell', () => {
    expect(onlyBlock('| a&#9;b | c |\n| - | - |').text).toBe('a b\tc')
  })
})

describe('hostile HTML', () => {
  it.each(['<a ', '<!--', '<script', '<script></script', '<?', '"<a "'])(
    'is read at once: %j again and again',
    (piece) => {
      const began = performance.now()
      markdownToBlocks('<div>\n' + piece.repeat(100_000))
      expect(performance.now() - began).toBeLessThan(2000)
    },
  )
})

describe('nesting beyond all use', () => {
  it.each([
    ['quotations in one line', '>'.repeat(50_000) + ' a'],
    ['lists in one line', '- '.repeat(50_000) + 'a'],
    ['emphasis', '*'.repeat(500) + 'a' + '*'.repeat(500)],
    [
      'lists over many lines',
      Array.from({ length: 150 }, (_, level) => '  '.repeat(level) + '- a').join('\n'),
    ],
  ])('is refused in plain words and at once: %s', (_, markdown) => {
    expect(() => markdownToBlocks(markdown)).toThrow('the text nests more than 100 levels deep')
  })

  it('is not seen in a long rule or a deep but readable list', () => {
    expect(outline(`a\n\n${'-'.repeat(300)}\n\nb`)).toEqual(['paragraph: a', 'paragraph: b'])
    expect(outline('- '.repeat(90) + 'a')).toEqual(['list-item: a'])
  })
})

describe('every article', () => {
  const samples = [
    'a',
    '# H\n\nText with *emphasis*  \nand 😀 [link](https://e.org).\n\n> - q\n>   1. r\n\n| a | b |\n|-|-|\n| **c** | |',
    '<p>one<p>two\n\n    code\n    more\n\n- \n- x\n\n  y\n\n![c]()\n\n***\n\n[^1]: note &#0; \ud83d',
    '\r\n\u00a0\r\n## \u00a0\r\n* a\u2028b\r\n\tc\r\n',
  ]

  it.each(samples)('has blocks that lie in its text one after the other: %j', (markdown) => {
    const blocks = markdownToBlocks(markdown)
    const text = articleText(blocks)
    expect(blocks.map((block) => text.slice(block.start, block.start + block.text.length))).toEqual(
      blocks.map((block) => block.text),
    )
    for (const block of blocks) {
      expect(block.text).not.toMatch(/[\n\r\u2028\u2029]/)
      expect(block.text.trim()).not.toBe('')
      for (const span of block.spans) {
        expect(span.start).toBeGreaterThanOrEqual(0)
        expect(span.end).toBeGreaterThan(span.start)
        expect(span.end).toBeLessThanOrEqual(block.text.length)
      }
    }
    expect(blocks.flatMap((block) => block.number ?? [])).toEqual(
      blocks.filter((block) => block.kind !== 'heading').map((_, index) => index + 1),
    )
  })
})
