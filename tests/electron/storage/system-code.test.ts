// What counts as an error of the system, and what it becomes for the page.
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../electron/contract/errors.ts'
import {
  createSystemError,
  isAbsence,
  systemCode,
  toWriteFailure,
} from '../../../electron/storage/system-code.ts'

const withCode = (code: unknown) => Object.assign(new Error('made'), { code })

describe('systemCode', () => {
  it('is the system’s word', () => {
    expect(systemCode(createSystemError('ENOSPC', 'full'))).toBe('ENOSPC')
  })

  it.each([
    ['an error without a code', new Error('a defect')],
    ['one of Node’s own', withCode('ERR_INVALID_ARG_TYPE')],
    ['one with a number', withCode(28)],
    ['what is no error, whatever it holds', { code: 'ENOSPC' }],
    ['nothing', null],
  ])('is none of %s', (_, cause) => {
    expect(systemCode(cause)).toBeNull()
  })
})

it.each([
  ['ENOENT', true],
  ['ENOTDIR', true],
  ['EACCES', false],
  ['ERR_INVALID_ARG_TYPE', false],
])('%s says that nothing stands there: %s', (code, expected) => {
  expect(isAbsence(withCode(code))).toBe(expected)
})

describe('toWriteFailure', () => {
  it.each([
    ['ENOSPC', { code: 'disk-full', store: 'settings' }],
    ['EDQUOT', { code: 'disk-full', store: 'settings' }],
    ['EIO', { code: 'write-failed', store: 'settings', systemCode: 'EIO' }],
  ])('words %s for the page', (code, error) => {
    const failure = toWriteFailure('settings', withCode(code))
    expect(failure instanceof Failure ? failure.error : failure).toEqual(error)
  })

  it('leaves a defect as it is', () => {
    const defect = new Error('a defect')
    expect(toWriteFailure('settings', defect)).toBe(defect)
  })
})
