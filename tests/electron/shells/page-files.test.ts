import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReadPageFile } from '../../../electron/shells/page-files.ts'
import { createPageFiles } from '../../../electron/shells/page-files.ts'
import { makeTemporaryFolder } from '../storage/temporary-folder.ts'

async function show(read: ReadPageFile, path: string): Promise<string> {
  const file = await read(path)
  return file === null ? 'nothing' : `${file.status} ${Buffer.from(file.body).toString()}`
}

/** A folder with a page and a script, and the reader that a program began with. */
function begin() {
  const folder = makeTemporaryFolder()
  const page = join(folder, 'index.html')
  writeFileSync(page, 'the page')
  writeFileSync(join(folder, 'main.js'), 'run()')
  return { page, folder, read: createPageFiles(folder) }
}

describe('the page’s files', () => {
  it('are read as they are', async () => {
    const { read } = begin()
    expect(await show(read, '/')).toBe('200 the page')
    expect(await show(read, '/index.html')).toBe('200 the page')
    expect(await show(read, '/main.js')).toBe('200 run()')
    expect(await show(read, '/other.js')).toBe('nothing')
  })

  it.each(['/', '/index.html'])(
    'say at %s that the program was replaced, once the page is another one',
    async (path) => {
      const { page, read } = begin()
      writeFileSync(page, 'the next page')
      expect(await show(read, path)).toMatch(/^503 .*was updated while it was running/s)
      // Written again as it was, as when a build made the same page: it is the program's own.
      writeFileSync(page, 'the page')
      expect(await show(read, path)).toBe('200 the page')
    },
  )

  it('say so where the page has been taken away', async () => {
    const { page, read } = begin()
    rmSync(page)
    expect(await show(read, '/')).toMatch(/^503 .*start it again/s)
  })

  it('say so where there never was one', async () => {
    expect(await show(createPageFiles(join(makeTemporaryFolder(), 'nothing')), '/')).toMatch(/^503 /)
  })

  it('say it in a style of their own, without a script or a file of the next version', async () => {
    const { page, folder, read } = begin()
    rmSync(page)
    writeFileSync(join(folder, 'replaced.css'), 'that of another program')
    const text = await show(read, '/')
    expect(text).not.toMatch(/<script|<style|style=|src=/)
    expect(text.match(/href="[^"]*"/g)).toEqual(['href="./replaced.css"'])
    expect(await show(read, '/replaced.css')).toMatch(/^200 :root \{/)
  })
})
