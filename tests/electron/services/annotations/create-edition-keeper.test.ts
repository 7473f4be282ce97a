// New editions of an article: notes follow their words, wait where those are gone, and are never dropped.
import { createHash } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import type { Article } from '../../../../electron/contract/article.ts'
import type { BookwheelEvent } from '../../../../electron/contract/events.ts'
import type { ReadOnlyReason } from '../../../../electron/contract/status.ts'
import { createAnchorFinder } from '../../../../electron/services/anchoring/create-anchor-finder.ts'
import type { AnchorFinder } from '../../../../electron/services/anchoring/create-anchor-finder.ts'
import { buildAnchor } from '../../../../electron/services/annotations/build-anchor.ts'
import { createEditionKeeper } from '../../../../electron/services/annotations/create-edition-keeper.ts'
import { placeBlocks } from '../../../../electron/services/importing/place-blocks.ts'
import { articleText } from '../../../../electron/contract/article-text.ts'
import { articleOf } from './annotation-desk.ts'
import { createInMemoryStores } from '../in-memory-stores.ts'

const first = [
  'The treaty was signed in the old harbour by five keepers of the northern lights.',
  'Nobody asked what the fishermen thought of it, and nobody wrote down what they said.',
  'In the spring the keepers met again and read every word of the treaty aloud.',
]
const later = ['A preface was put before the account.', ...first]
const without = first.slice(0, 1)

const hashOf = (paragraphs: readonly string[]): string =>
  createHash('sha256').update(paragraphs.join('|')).digest('hex')

function editionOf(paragraphs: readonly string[]): Article {
  const blocks = placeBlocks(paragraphs.map((text) => ({ kind: 'paragraph' as const, text, spans: [] })))
  return { ...articleOf(hashOf(paragraphs)), blocks }
}

const quote = 'Nobody asked what the fishermen thought of it'

function annotationOn(article: Article, words = quote): Annotation {
  const text = articleText(article.blocks)
  const start = text.indexOf(words)
  return {
    id: '0b9f3f0e-6f0b-4c3b-9a57-3a3c51f3a1d4',
    articleId: article.id,
    anchor: buildAnchor(text, article.contentHash, { start, end: start + words.length }),
    colour: 'yellow',
    note: 'Who could have asked?',
    createdAt: 1,
    updatedAt: 1,
    deletedAt: null,
    revision: 1,
  }
}

/** A desk on which the first edition was read and one annotation made. */
function openDesk(options: { readOnly?: ReadOnlyReason; finder?: AnchorFinder } = {}) {
  const stores = createInMemoryStores()
  const events: BookwheelEvent[] = []
  const errors: string[] = []
  const log = { info: () => undefined, error: (message: string) => errors.push(message) }
  const finder =
    options.finder ??
    createAnchorFinder({
      startWorker() {
        throw new Error('no worker in this test')
      },
      log: { info: () => undefined, error: () => undefined },
    })
  let present: Article | null = editionOf(first)
  const made = annotationOn(editionOf(first))
  stores.annotations('treaty').replace([made])
  const keeper = createEditionKeeper({
    stores: { ...stores, readOnly: options.readOnly ?? null },
    findArticle: () => present,
    finder,
    publish: (event) => events.push(event),
    log,
  })
  keeper.keepText('treaty')
  return {
    keeper,
    stores,
    events,
    errors,
    made,
    stored: () => stores.annotations('treaty').read()[0],
    texts: () => Object.keys(stores.editions('treaty').read()),
    /** Puts an edition in the place of the present one; `null` takes the article out of the library. */
    publishEdition: (paragraphs: readonly string[] | null) => {
      present = paragraphs && editionOf(paragraphs)
    },
  }
}

describe('a new edition', () => {
  it('has its annotations at the same words, and says so to all pages', async () => {
    const desk = openDesk()
    desk.publishEdition(later)
    await desk.keeper.carryOver('treaty')
    const { anchor, carriedOver, revision, note } = desk.stored() ?? {}
    expect(anchor).toMatchObject({ exact: quote, contentHash: hashOf(later) })
    expect(articleText(editionOf(later).blocks).slice(anchor?.start, anchor?.end)).toBe(quote)
    expect(carriedOver).toEqual({ kind: 'placed', from: desk.made.anchor })
    expect({ revision, note }).toEqual({ revision: 2, note: desk.made.note })
    expect(desk.events).toEqual([{ type: 'annotation-changed', annotation: desk.stored() }])
  })

  it('is told where the words have changed so far that the reader should look', async () => {
    const desk = openDesk()
    const changed = first.with(
      1,
      'Hardly anybody asked what the old fishermen there had thought of it, and nobody wrote down what they said.',
    )
    desk.publishEdition(changed)
    await desk.keeper.carryOver('treaty')
    expect(desk.stored()?.carriedOver).toMatchObject({ kind: 'moved', from: desk.made.anchor })
    expect(desk.stored()?.anchor?.exact).toContain('asked what the old fishermen')
  })

  it('without the words leaves the annotation as the reader made it, and is not searched again', async () => {
    const desk = openDesk()
    desk.publishEdition(without)
    await desk.keeper.carryOver('treaty')
    expect(desk.stored()).toMatchObject({
      anchor: desk.made.anchor,
      note: desk.made.note,
      carriedOver: { kind: 'unanchored', missingIn: hashOf(without) },
    })
    await desk.keeper.carryOver('treaty')
    expect(desk.stored()?.revision).toBe(2)
  })

  it('that has the words again finds the annotation that was lost before', async () => {
    const desk = openDesk()
    desk.publishEdition(without)
    await desk.keeper.carryOver('treaty')
    desk.publishEdition(later)
    await desk.keeper.carryOver('treaty')
    expect(desk.stored()).toMatchObject({ anchor: { exact: quote, contentHash: hashOf(later) }, revision: 3 })
  })

  it('that is an earlier one again has the annotation exactly where the reader put it', async () => {
    const desk = openDesk()
    desk.publishEdition(later)
    await desk.keeper.carryOver('treaty')
    desk.publishEdition(first)
    await desk.keeper.carryOver('treaty')
    expect(desk.stored()).toEqual({ ...desk.made, revision: 3 })
  })

  it('is carried over for deleted annotations as well: the trash gives them back where they belong', async () => {
    const desk = openDesk()
    desk.stores.annotations('treaty').replace([{ ...desk.made, deletedAt: 5 }])
    desk.publishEdition(later)
    await desk.keeper.carryOver('treaty')
    expect(desk.stored()).toMatchObject({ deletedAt: 5, anchor: { contentHash: hashOf(later) } })
  })

  it('that cannot be searched in time changes nothing, and is tried again', async () => {
    const late = {
      place: () => Promise.resolve([{ kind: 'undecided' as const }]),
      close: () => Promise.resolve(),
    }
    const desk = openDesk({ finder: late })
    desk.publishEdition(later)
    await desk.keeper.carryOver('treaty')
    expect(desk.stored()).toEqual(desk.made)
    expect(desk.events).toEqual([])
  })

  it('does not undo what the reader changes while it is searched', async () => {
    const searched = new EventEmitter()
    const slow = {
      place: async (): Promise<[{ kind: 'unanchored' }]> => {
        await once(searched, 'done')
        return [{ kind: 'unanchored' }]
      },
      close: () => Promise.resolve(),
    }
    const desk = openDesk({ finder: slow })
    desk.publishEdition(later)
    const carrying = desk.keeper.carryOver('treaty')
    const changed = { ...desk.made, note: 'written meanwhile', revision: 2 }
    desk.stores.annotations('treaty').replace([changed])
    searched.emit('done')
    await carrying
    expect(desk.stored()).toEqual(changed)
  })

  it('waits where nothing may be written or the article has gone', async () => {
    for (const options of [{ readOnly: { kind: 'not-writable' } as const }, {}]) {
      const desk = openDesk(options)
      desk.publishEdition('readOnly' in options ? later : null)
      await desk.keeper.carryAllOver()
      expect(desk.stored()).toEqual(desk.made)
    }
  })

  it('that cannot be written down is told in the log and tried again', async () => {
    const desk = openDesk()
    desk.publishEdition(later)
    desk.stores.failNextWrite({ code: 'disk-full', store: 'annotations/treaty' })
    await desk.keeper.carryOver('treaty')
    expect(desk.stored()).toEqual(desk.made)
    expect(desk.errors).toHaveLength(1)
    expect(desk.events).toEqual([])
    await desk.keeper.carryOver('treaty')
    expect(desk.stored()?.anchor?.contentHash).toBe(hashOf(later))
  })
})

describe('the text of an edition', () => {
  it('is kept as long as an annotation hangs on it', async () => {
    const desk = openDesk()
    expect(desk.texts()).toEqual([hashOf(first)])
    desk.publishEdition(later)
    await desk.keeper.carryAllOver()
    expect(desk.texts()).toEqual([hashOf(first)])
    desk.stores.annotations('treaty').replace([annotationOn(editionOf(later))])
    await desk.keeper.carryAllOver()
    expect(desk.texts()).toEqual([hashOf(later)])
    desk.stores.annotations('treaty').replace([])
    desk.keeper.keepText('treaty')
    expect(desk.texts()).toEqual([])
  })
})
