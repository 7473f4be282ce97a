// Article ids, partial dates, and the text that all offsets speak of.
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../electron/contract/article.ts'
import { accountSchema, articleIdSchema, partialDateSchema } from '../../../electron/contract/article.ts'
import { articleText } from '../../../electron/contract/article-text.ts'

describe('articleIdSchema', () => {
  it.each([
    'a',
    '7',
    'break-new-ground',
    'a--b',
    'ends-in-hyphen-',
    'x'.repeat(64),
    'console',
    'com10',
    'nul-1',
  ])('takes %j', (id) => {
    expect(articleIdSchema.safeParse(id).success).toBe(true)
  })

  it.each([
    '',
    '-a',
    'A',
    'a b',
    'a.b',
    'a_b',
    'a/b',
    'a\\b',
    '..',
    'a\n',
    'é',
    'x'.repeat(65),
    '__proto__',
    7,
    null,
  ])('refuses %j', (id) => {
    expect(articleIdSchema.safeParse(id).success).toBe(false)
  })

  it.each(['con', 'prn', 'aux', 'nul', 'com0', 'com1', 'com9', 'lpt0', 'lpt1', 'lpt9'])(
    'refuses the Windows device %s',
    (id) => {
      expect(articleIdSchema.safeParse(id).error?.issues.map(({ message }) => message)).toEqual([
        'this name is kept by Windows for a device',
      ])
    },
  )
})

describe('partialDateSchema', () => {
  it.each(['2026', '2026-02', '2026-02-28', '2024-02-29', '2000-02-29', '1999-12-31', '0099-01-01'])(
    'takes %s',
    (date) => {
      expect(partialDateSchema.safeParse(date).success).toBe(true)
    },
  )

  it.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13',
    '2026-00',
    '2026-01-00',
    '2026-12-32',
  ])('refuses %s, which no calendar has', (date) => {
    expect(partialDateSchema.safeParse(date).error?.issues.map(({ message }) => message)).toEqual([
      'there is no such day',
    ])
  })

  it.each([
    '',
    '26',
    '2026-2',
    '2026-02-1',
    '2026/02/01',
    '2026-02-01T00:00',
    ' 2026',
    '2026\n',
    'undated',
    2026,
    null,
  ])('refuses %j, which is no such date', (date) => {
    expect(partialDateSchema.safeParse(date).success).toBe(false)
  })
})

describe('accountSchema', () => {
  const unstated = {
    outlet: null,
    headline: null,
    section: null,
    agencies: [],
    author: null,
    date: null,
    language: 'en',
    translated: false,
  }

  it('takes an account that states nothing', () => {
    expect(accountSchema.parse(unstated)).toEqual(unstated)
  })

  it.each([
    ['an empty outlet', { outlet: '' }],
    ['a member left out', { date: undefined }],
    ['a word in place of a language tag', { language: 'English' }],
    ['a member that accounts do not have', { publisher: 'X' }],
  ])('refuses %s', (_what, change) => {
    expect(accountSchema.safeParse({ ...unstated, ...change }).success).toBe(false)
  })
})

describe('articleText', () => {
  it('joins the blocks by line feeds', () => {
    const blocks: Block[] = [
      { kind: 'heading', level: 2, number: null, text: 'One', start: 0, spans: [] },
      { kind: 'paragraph', number: 1, text: 'Two.', start: 4, spans: [] },
    ]
    expect(articleText(blocks)).toBe('One\nTwo.')
    expect(articleText([])).toBe('')
  })
})
