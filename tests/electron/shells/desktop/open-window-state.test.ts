// The file with the window's place: real files in a temporary folder, through the class that browser mode uses too.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Failure } from '../../../../electron/contract/errors.ts'
import type { ReadOnlyReason } from '../../../../electron/contract/status.ts'
import { openWindowState } from '../../../../electron/shells/desktop/open-window-state.ts'

const nowhere = { bounds: null, maximised: false, fullScreen: false }
const somewhere = { bounds: { x: 10, y: -20, width: 900, height: 700 }, maximised: true, fullScreen: false }

let folder: string
let lines: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookwheel-window-'))
  lines = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function open(readOnly: ReadOnlyReason | null = null) {
  const log = {
    info: (line: string) => void lines.push(line),
    error: (line: string) => void lines.push(line),
  }
  return openWindowState({ dataFolder: folder, StoreClass: Conf, readOnly, clock: Date.now, log })
}

describe('the stored place of the window', () => {
  it('is nowhere before the first run', () => {
    expect(open().read()).toEqual(nowhere)
    expect(readdirSync(folder)).toEqual([])
  })

  it('is there at the next start', () => {
    open().replace(somewhere)
    expect(open().read()).toEqual(somewhere)
    expect(lines).toEqual([])
  })

  it.each(['', 'no JSON', '[1, 2]', '{"format":1,"bounds":', '\u0000\u0000'])(
    'is nowhere where the file holds %j, whose bytes are set aside',
    (text) => {
      writeFileSync(join(folder, 'window.json'), text)
      expect(open().read()).toEqual(nowhere)
      const [kept = ''] = readdirSync(join(folder, 'quarantine'))
      expect(readFileSync(join(folder, 'quarantine', kept), 'utf8')).toBe(text)
      expect(lines).toEqual([expect.stringContaining('the stored window could not be read')])
    },
  )

  it('keeps what can be used of a partly damaged file', () => {
    const members = {
      format: 1,
      bounds: { x: 'left', y: 0, width: 1e9, height: 1 },
      maximised: true,
      extra: 1,
    }
    writeFileSync(join(folder, 'window.json'), JSON.stringify(members))
    expect(open().read()).toEqual({ ...nowhere, maximised: true })
    expect(lines).toEqual([expect.stringContaining('some values of the stored window were not usable')])
  })

  it('can be read and not replaced where nothing may be written', () => {
    open().replace(somewhere)
    const before = readFileSync(join(folder, 'window.json'), 'utf8')
    const state = open({ kind: 'not-writable' })
    expect(state.read()).toEqual(somewhere)
    expect(() => state.replace(nowhere)).toThrow(
      new Failure({ code: 'read-only', reason: { kind: 'not-writable' } }),
    )
    expect(readFileSync(join(folder, 'window.json'), 'utf8')).toBe(before)
  })
})
