// What the operations take: names, defaults, and what is refused at the door.
import { describe, expect, it } from 'vitest'
import { noteLimit } from '../../../electron/contract/limits.ts'
import { operationNames } from '../../../electron/contract/operation-names.ts'
import { operationInputs } from '../../../electron/contract/operations.ts'

const draft = {
  id: '11111111-1111-4111-8111-111111111111',
  articleId: 'treaty',
  revision: 0,
  contentHash: 'a'.repeat(64),
  start: 2,
  end: 8,
  colour: 'yellow',
  note: '',
}

describe('operationInputs', () => {
  it('has one entry for every name of the allow-list, and no name twice', () => {
    expect(Object.keys(operationInputs)).toEqual([...operationNames])
    expect(new Set(operationNames).size).toBe(operationNames.length)
  })

  it.each(operationNames)('refuses a stray member for %s', (name) => {
    const issues = operationInputs[name].safeParse({ stray: 1 }).error?.issues ?? []
    expect(issues.map(({ code }) => code)).toContain('unrecognized_keys')
  })
})

describe('the input of a search', () => {
  it('asks for fifty hits unless told otherwise', () => {
    expect(operationInputs.search.parse({ query: 'treaty' })).toEqual({ query: 'treaty', limit: 50 })
  })

  it('takes a query that is too long: the search says so', () => {
    expect(operationInputs.search.safeParse({ query: 'x'.repeat(10_000) }).success).toBe(true)
  })

  it.each([0, 1001, 2.5, -1, Number.NaN, '50'])('refuses a limit of %j', (limit) => {
    expect(operationInputs.search.safeParse({ query: 'treaty', limit }).success).toBe(false)
  })
})

describe('the input of saveAnnotation', () => {
  it('takes a draft', () => {
    expect(operationInputs.saveAnnotation.parse(draft)).toEqual(draft)
  })

  it('takes any whole position: the service says what is wrong with it', () => {
    expect(operationInputs.saveAnnotation.safeParse({ ...draft, start: -5, end: 1e9 }).success).toBe(true)
  })

  it.each([
    ['an id that is no UUID', { id: 'first' }],
    ['an article id that is none', { articleId: '../treaty' }],
    ['a position between units', { start: 1.5 }],
    ['an infinite position', { end: Infinity }],
    ['a negative revision', { revision: -1 }],
    ['a sixth colour', { colour: 'orange' }],
    ['a hash in capitals', { contentHash: 'A'.repeat(64) }],
    ['a hash that is too short', { contentHash: 'a'.repeat(63) }],
    ['a note that is too long', { note: 'x'.repeat(noteLimit + 1) }],
    ['no note at all', { note: undefined }],
  ])('refuses %s', (_what, change) => {
    expect(operationInputs.saveAnnotation.safeParse({ ...draft, ...change }).success).toBe(false)
  })

  it('takes the longest note', () => {
    const note = 'x'.repeat(noteLimit)
    expect(operationInputs.saveAnnotation.safeParse({ ...draft, note }).success).toBe(true)
  })
})

describe('the input of deleteAnnotation', () => {
  it('needs a revision that was given out', () => {
    const { id, articleId } = draft
    expect(operationInputs.deleteAnnotation.safeParse({ id, articleId, revision: 1 }).success).toBe(true)
    expect(operationInputs.deleteAnnotation.safeParse({ id, articleId, revision: 0 }).success).toBe(false)
    expect(operationInputs.deleteAnnotation.safeParse({ id, articleId }).success).toBe(false)
  })
})

describe('the input of readArticle', () => {
  it('takes a wrong id of the right type: the answer is then "not found"', () => {
    expect(operationInputs.readArticle.safeParse({ articleId: '../secret' }).success).toBe(true)
    expect(operationInputs.readArticle.safeParse({ articleId: 7 }).success).toBe(false)
    expect(operationInputs.readArticle.safeParse({ articleId: 'x'.repeat(257) }).success).toBe(false)
  })
})
