// What every store holds comes out of its file as it went in; what is none of it is refused or named.
import { describe, expect, it } from 'vitest'
import { libraryFilterSchema } from '../../../electron/contract/library-listing.ts'
import { deskContentSchema } from '../../../electron/contract/desk.ts'
import { readingRecordSchema } from '../../../electron/contract/reading.ts'
import { settingsSchema, workspaceSchema } from '../../../electron/contract/settings.ts'
import type { DocumentFormat } from '../../../electron/storage/document-formats.ts'
import {
  annotationsFormat,
  catalogueFormat,
  desksFormat,
  editionsFormat,
  readingFormat,
  searchesFormat,
  settingsFormat,
  trashFormat,
  workspaceFormat,
} from '../../../electron/storage/document-formats.ts'
import { sampleAnnotation } from './sample-annotation.ts'

const id = '0198c0de-0000-7000-8000-000000000001'
const hash = 'a'.repeat(64)

interface Trial {
  store: string
  /** The value through a file and back, and what was dropped of it. */
  passThrough: () => unknown
  /** What went in. */
  value: unknown
  /** What comes out of a file without any members, beside what a store begins with. */
  fromNothing: () => unknown
  empty: unknown
  fromJunk: () => { dropped: string[] }
  checkJunk: () => unknown
}

/** `junk` has the form of a value and holds something unusable. */
function trial<Value>(store: string, format: DocumentFormat<Value>, value: Value, junk: Value): Trial {
  const inFile = (held: Value) => JSON.parse(JSON.stringify(format.toMembers(held)))
  return {
    store,
    value,
    passThrough: () => format.fromMembers(inFile(format.check(value))),
    empty: format.empty,
    fromNothing: () => format.fromMembers({}),
    fromJunk: () => format.fromMembers(inFile(junk)),
    checkJunk: () => format.check(junk),
  }
}

const desk = { id, name: 'Arms', updatedAt: 7, content: deskContentSchema.parse({ query: 'arms' }) }
const record = readingRecordSchema.parse({ articleId: 'treaty', openedAt: 7, read: true })
const search = { id, name: 'Arms', query: 'arms', filter: libraryFilterSchema.parse({}), updatedAt: 7 }
const settings = settingsSchema.parse({ theme: 'sepia' })
const workspace = workspaceSchema.parse({ query: 'arms' })

const trials = [
  trial('settings', settingsFormat, settings, { ...settings, textSize: -1 }),
  trial('workspace', workspaceFormat, workspace, { ...workspace, query: 'arms'.repeat(9999) }),
  trial('desks', desksFormat, [desk], [{ ...desk, id: 'none' }]),
  trial(
    'catalogue',
    catalogueFormat,
    { removedCollections: ['bundled'] },
    { removedCollections: ['b'.repeat(65)] },
  ),
  trial('trash', trashFormat, { checkedAt: 7 }, { checkedAt: -7 }),
  trial('reading', readingFormat, [record], [{ ...record, openedAt: -7 }]),
  trial('searches', searchesFormat, [search], [{ ...search, id: 'none' }]),
  trial('editions', editionsFormat, { [hash]: 'The Treaty lapsed.' }, { none: 'The Treaty lapsed.' }),
  trial('annotations', annotationsFormat('treaty'), [sampleAnnotation(1)], [sampleAnnotation(1, 'summit')]),
]

describe.each(trials)('the format of $store', (of) => {
  it('gives back what was put in', () => {
    expect(of.passThrough()).toMatchObject({ value: of.value, dropped: [] })
  })

  it('gives what a store begins with where nothing is there', () => {
    expect(of.fromNothing()).toMatchObject({ value: of.empty, dropped: [] })
  })

  it('names what is unusable, and does not let it be stored', () => {
    expect(of.fromJunk().dropped).toHaveLength(1)
    expect(of.checkJunk).toThrow(/invalid|too|holds the annotations of treaty/i)
  })
})

it('the desk of nobody stands in its file as nothing', () => {
  expect(workspaceFormat.toMembers(null)).toEqual({})
})

describe('an annotation that was checked before', () => {
  const format = annotationsFormat('treaty')
  const [held] = format.check([sampleAnnotation(1)])
  if (!held) throw new Error('the check has lost it')

  it('is kept as it is, and can no longer be changed', () => {
    const [kept, added] = format.check([held, sampleAnnotation(2)])
    expect(kept).toBe(held)
    expect(added).toEqual(sampleAnnotation(2))
    expect(Object.isFrozen(held) && Object.isFrozen(held.anchor)).toBe(true)
  })

  it('is checked anew once it is another', () => {
    expect(() => format.check([{ ...held, revision: 0 }])).toThrow(/revision/)
  })

  it('is refused by the store of another article', () => {
    expect(() => annotationsFormat('arms').check([held])).toThrow(/holds the annotations of arms/)
  })
})
