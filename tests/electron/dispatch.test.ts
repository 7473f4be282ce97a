// The one door: what comes through checked, what is refused, and that nothing ever throws.
import { describe, expect, it } from 'vitest'
import { Failure } from '../../electron/contract/errors.ts'
import { operationNames } from '../../electron/contract/operation-names.ts'
import type { Handlers } from '../../electron/contract/operations.ts'
import { settingsSchema } from '../../electron/contract/settings.ts'
import { createDispatch } from '../../electron/dispatch.ts'

interface LogLine {
  message: string
  cause: unknown
}

function unasked(): never {
  throw new Error('this handler was not to be asked')
}

const noHandlers: Handlers = {
  readStatus: unasked,
  listLibrary: unasked,
  readArticle: unasked,
  removeCollection: unasked,
  restoreCollection: unasked,
  search: unasked,
  matchArticle: unasked,
  searchNotes: unasked,
  findInArticle: unasked,
  listAnnotations: unasked,
  saveAnnotation: unasked,
  deleteAnnotation: unasked,
  restoreAnnotation: unasked,
  attachAnnotation: unasked,
  detachAnnotation: unasked,
  changeAnnotations: unasked,
  listTags: unasked,
  listNotebook: unasked,
  countAnnotations: unasked,
  listTrash: unasked,
  deleteForGood: unasked,
  listReading: unasked,
  noteOpened: unasked,
  markRead: unasked,
  listSavedSearches: unasked,
  saveSearch: unasked,
  deleteSavedSearch: unasked,
  readSettings: unasked,
  changeSettings: unasked,
  readWorkspace: unasked,
  saveWorkspace: unasked,
  listDesks: unasked,
  saveDesk: unasked,
  renameDesk: unasked,
  deleteDesk: unasked,
  createBackup: unasked,
  sendBackupPart: unasked,
  inspectBackup: unasked,
  restoreBackup: unasked,
  discardBackup: unasked,
  takeHandedOver: unasked,
  holdHandedOver: unasked,
  readAbout: unasked,
  showDataFolder: unasked,
}

function open(handlers: Partial<Handlers> = {}) {
  const lines: LogLine[] = []
  const log = {
    info: unasked,
    error: (message: string, cause?: unknown) => lines.push({ message, cause }),
  }
  return { dispatch: createDispatch({ ...noHandlers, ...handlers }, log), lines }
}

const settings = settingsSchema.parse({ theme: 'dark' })
const noHits = { total: 0, hits: [], undatedLeftOut: 0, tooShort: false }

describe('dispatch', () => {
  it('answers what a synchronous handler answers', async () => {
    const { dispatch } = open({ readSettings: () => settings })
    expect(await dispatch('readSettings', {})).toEqual({ ok: true, value: settings })
  })

  it('answers what an asynchronous handler answers', async () => {
    const { dispatch } = open({ matchArticle: async () => [{ start: 1, end: 2 }] })
    expect(await dispatch('matchArticle', { articleId: 'a', query: 'b' })).toEqual({
      ok: true,
      value: [{ start: 1, end: 2 }],
    })
  })

  it('hands on the checked input, its defaults filled in', async () => {
    const inputs: unknown[] = []
    const { dispatch } = open({
      search: (input) => {
        inputs.push(input)
        return noHits
      },
    })
    await dispatch('search', { query: 'treaty' })
    expect(inputs).toEqual([{ query: 'treaty', limit: 50 }])
  })

  it.each([
    'readEverything',
    'readstatus',
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'length',
    '0',
  ])('knows no operation %j', async (operation) => {
    const { dispatch, lines } = open()
    expect(await dispatch(operation, {})).toEqual({
      ok: false,
      error: { code: 'unknown-operation', operation },
    })
    expect(lines).toEqual([])
  })

  it('knows every operation of the contract', async () => {
    const { dispatch } = open()
    const codes = await Promise.all(
      operationNames.map(async (name) => {
        const result = await dispatch(name, null)
        return result.ok ? 'ok' : result.error.code
      }),
    )
    expect(new Set(codes)).toEqual(new Set(['invalid-input']))
  })

  it('says where an input is wrong, and does not ask the handler', async () => {
    const { dispatch, lines } = open()
    const panes = [{ articleId: 'treaty' }, { articleId: 'NUL' }]
    const result = await dispatch('saveWorkspace', { panes, junk: 1 })
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input', operation: 'saveWorkspace' } })
    const issues = !result.ok && result.error.code === 'invalid-input' ? result.error.issues : []
    expect(issues.map(({ path }) => path)).toEqual(['panes.1.articleId', ''])
    expect(issues[0]?.message).toBe('use 1 to 64 lower-case letters, digits and hyphens')
    expect(issues[1]?.message).toContain('junk')
    expect(lines).toEqual([])
  })

  it.each([undefined, null, 'treaty', 7, [], { junk: true }, 10n])('refuses the input %o', async (input) => {
    const { dispatch } = open()
    expect(await dispatch('readStatus', input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', operation: 'readStatus' },
    })
  })

  it('tells no more than twenty faults of one input', async () => {
    const { dispatch } = open()
    const result = await dispatch('changeSettings', {
      dismissedHints: Array.from({ length: 5000 }, () => 'x'),
    })
    expect(!result.ok && result.error.code === 'invalid-input' && result.error.issues.length).toBe(20)
  })

  it.each([
    [
      'thrown',
      () => {
        throw new Failure({ code: 'article-not-found', articleId: 'lost' })
      },
    ],
    ['a rejection', () => Promise.reject(new Failure({ code: 'article-not-found', articleId: 'lost' }))],
  ])('answers a Failure with its error, be it %s, and logs nothing', async (_how, readArticle) => {
    const { dispatch, lines } = open({ readArticle })
    expect(await dispatch('readArticle', { articleId: 'lost' })).toEqual({
      ok: false,
      error: { code: 'article-not-found', articleId: 'lost' },
    })
    expect(lines).toEqual([])
  })

  it.each([
    ['an error', new TypeError('nobody foresaw this')],
    ['a string', 'nobody foresaw this'],
    ['nothing', undefined],
  ])('answers %s as internal and logs it once under the same reference', async (_what, cause) => {
    const { dispatch, lines } = open({ search: () => Promise.reject(cause) })
    const input = { query: 'a private matter' }
    const result = await dispatch('search', input)
    const reference = !result.ok && result.error.code === 'internal' ? result.error.reference : null
    expect(reference).toMatch(/^[0-9a-f]{8}$/)
    expect(lines).toEqual([
      {
        message: `search failed (reference ${reference}, input: ${JSON.stringify(input).length} characters)`,
        cause,
      },
    ])
    expect(lines[0]?.message).not.toContain('private')
  })

  it('gives each failure a reference of its own', async () => {
    const { dispatch } = open()
    const [first, second] = [await dispatch('readStatus', {}), await dispatch('readStatus', {})]
    expect(first).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(second).not.toEqual(first)
  })

  it('answers even an input that throws while it is read', async () => {
    const { dispatch, lines } = open()
    const trap = {
      get query(): string {
        throw new Error('sprung')
      },
    }
    expect(await dispatch('search', trap)).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(lines[0]?.message).toContain('input: not JSON')
  })
})
