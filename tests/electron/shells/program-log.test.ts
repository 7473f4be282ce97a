import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keptLogFiles, logFileLimit, openLogFile } from '../../../electron/shells/log-file.ts'
import { createProgramLog } from '../../../electron/shells/program-log.ts'
import { makeTemporaryFolder } from '../storage/temporary-folder.ts'

const noon = Date.UTC(2026, 10, 21, 12)
const clock = (): number => noon

/** A log and what its terminal was told. */
function makeLog() {
  const told: string[] = []
  return { told, log: createProgramLog({ write: (text) => told.push(text), clock }) }
}

const readLog = (dataFolder: string, name = 'bookwheel.log'): string =>
  readFileSync(join(dataFolder, 'logs', name), 'utf8')

describe('the log of a program', () => {
  it('is kept with the time of each line, what was said before the folder was known among it', () => {
    const dataFolder = makeTemporaryFolder()
    const { told, log } = makeLog()
    log.info('early')
    log.keepIn(dataFolder)
    log.error('late', new RangeError('out of reach'))
    const lines = readLog(dataFolder).split('\n')
    expect(lines.slice(0, 3)).toEqual([
      '2026-11-21T12:00:00.000Z early',
      '2026-11-21T12:00:00.000Z late',
      '2026-11-21T12:00:00.000Z   RangeError: out of reach',
    ])
    expect(told.join('')).toMatch(/^bookwheel: early\nbookwheel: late\nbookwheel: {3}RangeError/)
  })

  it('is written nowhere before it is told where', () => {
    const dataFolder = makeTemporaryFolder()
    makeLog().log.info('one')
    expect(readdirSync(dataFolder)).toEqual([])
  })

  // Windows has no such permissions.
  it.skipIf(process.platform === 'win32')('is for its owner alone (not on Windows)', () => {
    const dataFolder = makeTemporaryFolder()
    const { log } = makeLog()
    log.keepIn(dataFolder)
    log.info('one')
    const modeOf = (...way: string[]): number => statSync(join(dataFolder, ...way)).mode & 0o777
    expect([modeOf('logs'), modeOf('logs', 'bookwheel.log')]).toEqual([0o700, 0o600])
  })

  it('says once that its file cannot be written, and goes on in the terminal', () => {
    const dataFolder = makeTemporaryFolder()
    writeFileSync(join(dataFolder, 'logs'), 'no folder')
    const { told, log } = makeLog()
    log.keepIn(dataFolder)
    for (const line of ['one', 'two']) log.info(line)
    expect(told).toEqual([
      'bookwheel: one\n',
      'bookwheel: the log is not kept any more in this run (EEXIST)\n',
      'bookwheel: two\n',
    ])
  })
})

describe('a log file', () => {
  it('goes on where the run before ended', () => {
    const dataFolder = makeTemporaryFolder()
    openLogFile({ dataFolder, clock })('bookwheel: one\n')
    openLogFile({ dataFolder, clock })('bookwheel: two\n')
    expect(
      readLog(dataFolder)
        .split('\n')
        .map((line) => line.slice(25)),
    ).toEqual(['one', 'two', ''])
  })

  it('is put aside when it is full, over several runs, and the oldest goes', () => {
    const dataFolder = makeTemporaryFolder()
    for (let line = 0; line < 40; line += 1) {
      const append = openLogFile({ dataFolder, clock, limit: 100 })
      append(`bookwheel: line ${line}\n`)
      append(`bookwheel: line ${line} again\n`)
    }
    const names = readdirSync(join(dataFolder, 'logs')).toSorted()
    expect(names).toEqual(['bookwheel.1.log', 'bookwheel.2.log', 'bookwheel.log'])
    for (const name of names) expect(readLog(dataFolder, name).length).toBeLessThanOrEqual(100)
    const all = names.toReversed().map((name) => readLog(dataFolder, name))
    expect(all[0]).toContain('line 39 again')
    expect(all.join('')).not.toContain('line 1\n')
  })

  it('never grows beyond its limit by one entry', () => {
    const dataFolder = makeTemporaryFolder()
    openLogFile({ dataFolder, clock, limit: 100 })(`bookwheel: ${'x'.repeat(500)}\n`)
    expect(readLog(dataFolder).length).toBe(100)
  })

  it('takes less than a megabyte with all that are kept', () => {
    expect(logFileLimit * keptLogFiles).toBeLessThan(1_000_000)
  })

  it('is made again where its folder was deleted meanwhile', () => {
    const dataFolder = makeTemporaryFolder()
    const append = openLogFile({ dataFolder, clock })
    append('bookwheel: one\n')
    rmSync(join(dataFolder, 'logs'), { recursive: true })
    append('bookwheel: two\n')
    expect(readLog(dataFolder)).toMatch(/^\S+ two\n$/)
  })
})
