import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../electron/contract/article.ts'
import type { UnplacedBlock } from '../../../../electron/services/importing/place-blocks.ts'
import { placeBlocks } from '../../../../electron/services/importing/place-blocks.ts'
import { cutIntoParts } from '../../../../renderer/features/reading/article-parts.ts'

const heading: UnplacedBlock = { kind: 'heading', level: 2, text: 'A heading', spans: [] }
const paragraph: UnplacedBlock = { kind: 'paragraph', text: 'word '.repeat(300).trim(), spans: [] }

/** Groups of one block each: a heading before every fourth paragraph, `h` for it and `p` for these. */
function makeGroups(shape: string): Block[][] {
  const blocks = placeBlocks(shape.split('').map((sign) => (sign === 'h' ? heading : paragraph)))
  return blocks.map((block) => [block])
}

const shapeOf = (groups: readonly Block[][]): string =>
  groups.map(([block]) => (block?.kind === 'heading' ? 'h' : 'p')).join('')

describe('cutIntoParts', () => {
  it('leaves nothing out and keeps the order', () => {
    const groups = makeGroups('hpppphpppphpppphpppp')
    const parts = cutIntoParts(groups)
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.flatMap((part) => part.groups)).toEqual(groups)
  })

  it('begins no part but the first with a heading', () => {
    const parts = cutIntoParts(makeGroups('hpppphpppphhpppphppp'))
    expect(parts.slice(1).filter(({ groups }) => shapeOf(groups).startsWith('h'))).toEqual([])
  })

  it('keeps together what is one list or one table', () => {
    const [item] = makeGroups('p')
    const list = [Array.from({ length: 40 }, () => item?.[0]).filter((block) => block !== undefined)]
    expect(cutIntoParts(list)).toHaveLength(1)
  })

  it('guesses how many lines a part takes', () => {
    const [part] = cutIntoParts(makeGroups('ppp'))
    expect(part?.lines).toBeGreaterThan(80)
    expect(part?.lines).toBeLessThan(120)
  })

  it('makes nothing of nothing', () => {
    expect(cutIntoParts([])).toEqual([])
  })
})
