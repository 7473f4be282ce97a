import { createIntl } from 'react-intl'
import { describe, expect, it } from 'vitest'
import type { BookwheelError } from '../../../electron/contract/errors.ts'
import type { QueryProblemReason } from '../../../electron/contract/search.ts'
import type { PageError } from '../../../renderer/api/transport.ts'
import {
  describeError,
  describeQueryProblem,
  describeReadOnly,
} from '../../../renderer/messages/describe-error.ts'
import messages from '../../../renderer/messages/en.json'
import type { MessageId } from '../../../renderer/messages/message-id.ts'
import type { MessageValues } from '../../../renderer/messages/use-translate.ts'

const faults: unknown[] = []
const intl = createIntl({ locale: 'en', messages, onError: (fault) => faults.push(fault) })
const translate = (id: MessageId, values?: MessageValues): string => intl.formatMessage({ id }, values)

const isMessageId = (id: string): id is MessageId => id in messages
const ids = Object.keys(messages).filter(isMessageId)

/** Values for every name that a message may ask for; `count` stands for every number and date. */
function sampleValues(message: string, count: number): MessageValues {
  const names = [...message.matchAll(/\{(\w+)/g)].map(([, name = '']) => name)
  const numbers = new Set(
    [...message.matchAll(/\{(\w+), (?:plural|number|date|time)/g)].map(([, name = '']) => name),
  )
  return Object.fromEntries(names.map((name) => [name, numbers.has(name) ? count : `‹${name}›`]))
}

describe('the messages', () => {
  it.each([0, 1, 2])('can each be said with a count of %i', (count) => {
    const said = ids.map((id) => translate(id, sampleValues(messages[id], count)))
    expect(said.filter((words) => words.trim() === '' || /[{}]|undefined/.test(words))).toEqual([])
    expect(faults).toEqual([])
  })
})

describe('every failure', () => {
  const errors: PageError[] = [
    { code: 'unknown-operation', operation: 'x' },
    { code: 'invalid-input', operation: 'search', issues: [{ path: 'query', message: 'expected a string' }] },
    { code: 'article-not-found', articleId: 'lost' },
    { code: 'collection-not-found', collectionId: 'lost' },
    { code: 'annotation-not-found', annotationId: 'lost' },
    { code: 'invalid-range', problem: 'empty', start: 1, end: 1, length: 9 },
    { code: 'article-changed', articleId: 'a' },
    { code: 'query-unreadable', problem: { reason: 'bad-date', start: 0, end: 4 } },
    { code: 'read-only', reason: { kind: 'locked', pid: 4711, shell: null } },
    { code: 'disk-full', store: 'settings' },
    { code: 'write-failed', store: 'settings', systemCode: 'EACCES' },
    { code: 'backup-unreadable', problem: 'not-a-backup', path: null },
    { code: 'backup-unreadable', problem: 'damaged', path: 'settings.json' },
    { code: 'backup-unreadable', problem: 'newer-format', path: null },
    { code: 'backup-unreadable', problem: 'too-large', path: null },
    { code: 'backup-unreadable', problem: 'unexpected-file', path: 'stranger.exe' },
    { code: 'backup-unreadable', problem: 'invalid-record', path: 'annotations/a.json' },
    { code: 'backup-too-large' },
    { code: 'upload-not-found' },
    { code: 'folder-not-shown', reason: 'no file manager' },
    { code: 'folder-not-shown', reason: null },
    { code: 'internal', reference: 'a1b2c3d4' },
    { code: 'program-unreachable' },
    { code: 'access-denied' },
  ] satisfies (BookwheelError | PageError)[]

  it.each(errors)('has words of its own: $code', (error) => {
    expect(describeError(error, translate)).toMatch(/^[A-Z].*\.$/)
    expect(faults).toEqual([])
  })

  it('names what the reader can act on', () => {
    const words = errors.map((error) => describeError(error, translate)).join('\n')
    for (const detail of [
      'lost',
      'EACCES',
      'a1b2c3d4',
      'process 4711',
      'expected a string',
      'stranger.exe',
      'annotations/a.json',
      ': no file manager.',
    ])
      expect(words).toContain(detail)
  })

  it('of writing says why nothing can be written', () => {
    expect(describeReadOnly({ kind: 'not-writable' }, translate)).toContain('data folder cannot be written')
  })
})

describe('a query that cannot be read', () => {
  it.each<[QueryProblemReason, string, number, number, RegExp]>([
    ['unclosed-quote', 'treaty "lan', 7, 11, /character 8 is not closed/],
    ['empty-phrase', '""', 0, 2, /between the quotation marks at character 1/],
    ['unknown-field', 'writer:wang', 0, 6, /“writer” at character 1 is not a field/],
    ['missing-value', 'a title:', 2, 8, /after “title:” at character 3/],
    ['bad-date', 'before:soon', 7, 11, /“soon” at character 8 is not a date/],
    ['too-long', 'x', 0, 1, /too long/],
  ])('for %s says where and why', (reason, query, start, end, words) => {
    expect(describeQueryProblem({ reason, start, end }, query, translate)).toMatch(words)
    expect(faults).toEqual([])
  })
})
