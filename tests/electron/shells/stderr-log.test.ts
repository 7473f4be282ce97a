import { beforeEach, describe, expect, it } from 'vitest'
import type { Log } from '../../../electron/services/ports.ts'
import { createStderrLog } from '../../../electron/shells/stderr-log.ts'

let written: string
let log: Log
beforeEach(() => {
  written = ''
  log = createStderrLog((text) => {
    written += text
  })
})

describe('the log', () => {
  it('marks each line with the program’s name', () => {
    log.info('one')
    log.info('two\nthree')
    expect(written).toBe('bookwheel: one\nbookwheel: two\nbookwheel:   three\n')
  })

  it('tells kind, message and place of a cause', () => {
    log.error('it failed', new RangeError('out of reach'))
    const lines = written.split('\n')
    expect(lines.slice(0, 2)).toEqual(['bookwheel: it failed', 'bookwheel:   RangeError: out of reach'])
    expect(lines[2]).toMatch(/^bookwheel: {3}at .*stderr-log\.test\.ts/)
  })

  it('keeps text that could not be parsed to itself', () => {
    try {
      JSON.parse('{"note": what the reader wrote}')
    } catch (cause) {
      log.error('the file is no JSON', cause)
    }
    expect(written).toMatch(/^bookwheel: the file is no JSON\nbookwheel: {3}SyntaxError\n/)
    expect(written).not.toContain('reader')
  })

  it('tells no more than the kind of what is no error', () => {
    log.error('it failed', 'what the reader wrote')
    expect(written).toBe('bookwheel: it failed\nbookwheel:   a thrown string\n')
  })

  it('says nothing of a cause that is not there', () => {
    log.error('it failed')
    expect(written).toBe('bookwheel: it failed\n')
  })
})
