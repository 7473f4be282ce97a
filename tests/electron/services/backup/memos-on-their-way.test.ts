// Memos, notes on articles, tags and styles go along with a backup and come together with what is there.
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { fromBase64 } from '../../../../electron/contract/base64.ts'
import { noArticleId } from '../../../../electron/contract/limits.ts'
import { sampleAnnotation } from '../../storage/sample-annotation.ts'
import { createInMemoryStores } from '../in-memory-stores.ts'
import { bringIn, serve, task } from './backup-desk.ts'

const onNoWords = { anchor: null, colour: null } as const
const memo: Annotation = { ...sampleAnnotation(1, noArticleId), ...onNoWords, tags: ['spring'] }
const articleNote: Annotation = { ...sampleAnnotation(2), ...onNoWords, note: 'On the whole' }
const underlined: Annotation = { ...sampleAnnotation(3), style: 'underline', tags: ['oil', 'gas'] }

function fill(memos: Annotation[], ofArticle: Annotation[]) {
  const stores = createInMemoryStores()
  stores.annotations(noArticleId).replace(memos)
  stores.annotations('treaty').replace(ofArticle)
  return stores
}

async function backUp(memos: Annotation[], ofArticle: Annotation[]): Promise<Uint8Array> {
  return fromBase64((await serve(fill(memos, ofArticle)).service.create({ task })).bytes)
}

describe('a backup with notes that hang on no words', () => {
  it('comes back as it was, memos counted to no article', async () => {
    const there = serve(createInMemoryStores())
    const { plan } = await bringIn(there, await backUp([memo], [articleNote, underlined]))
    expect(plan).toMatchObject({ articles: 1, counts: { added: 3 } })
    expect(there.stores.annotations(noArticleId).read()).toEqual([memo])
    expect(there.stores.annotations('treaty').read()).toEqual([articleNote, underlined])
  })

  it('overwrites nothing newer, doubles nothing, and joins what was written on both sides', async () => {
    const newer = { ...memo, note: 'Newer', revision: 2 }
    const elsewhere = { ...articleNote, note: 'Another laptop', tags: ['fog'] }
    const there = serve(fill([newer], [elsewhere]))
    const bytes = await backUp([memo], [articleNote])
    await bringIn(there, bytes)
    expect(there.stores.annotations(noArticleId).read()).toEqual([newer])
    const joined = there.stores.annotations('treaty').read()
    expect(joined).toMatchObject([{ tags: ['fog'], revision: 2 }])
    expect(joined[0]?.note).toContain('On the whole')
    expect(joined[0]?.note).toContain('Another laptop')
    await bringIn(there, bytes)
    expect(there.stores.annotations('treaty').read()).toEqual(joined)
  })
})
