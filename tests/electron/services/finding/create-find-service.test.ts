import { describe, expect, it } from 'vitest'
import type { Article } from '../../../../electron/contract/article.ts'
import { findLimit } from '../../../../electron/contract/limits.ts'
import { createFindService } from '../../../../electron/services/finding/create-find-service.ts'
import { makeArticle } from '../search/make-article.ts'

const wish = { matchCase: false, wholeWords: false }

describe('the find service', () => {
  it('finds in the article as it stands now, also when a new edition takes its place', () => {
    let article: Article = { ...makeArticle({ id: 'a', paragraphs: ['one boat'] }), contentHash: 'first' }
    const service = createFindService({ readArticle: () => article })
    expect(service.find({ articleId: 'a', words: 'boat', ...wish })).toEqual({
      places: [{ start: 4, end: 8 }],
      more: false,
    })
    article = { ...makeArticle({ id: 'a', paragraphs: ['a boat'] }), contentHash: 'second' }
    expect(service.find({ articleId: 'a', words: 'boat', ...wish }).places).toEqual([{ start: 2, end: 6 }])
  })

  it('tells so many places and no more, and says that there are more', () => {
    const full = makeArticle({ id: 'a', paragraphs: ['a '.repeat(findLimit)] })
    const over = {
      ...makeArticle({ id: 'b', paragraphs: ['a '.repeat(findLimit + 1)] }),
      contentHash: 'other',
    }
    const service = createFindService({ readArticle: (id) => (id === 'a' ? full : over) })
    expect(service.find({ articleId: 'a', words: 'a', ...wish })).toMatchObject({ more: false })
    const found = service.find({ articleId: 'b', words: 'a', ...wish })
    expect(found.places).toHaveLength(findLimit)
    expect(found.more).toBe(true)
  })
})
