// Finds out what the program is made of. Used by both shells. Plain Node.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { About } from '../contract/about.ts'
import { Failure } from '../contract/errors.ts'
import { systemCode } from '../storage/system-code.ts'
import { readVersion } from './read-program-facts.ts'

const worksSchema = z.array(z.object({ name: z.string(), version: z.string(), licence: z.string() }))

/** What carries the program, by the names that `process.versions` has for it. */
const runtimeNames = { electron: 'Electron', chrome: 'Chromium', node: 'Node.js' } as const

/**
 * Reads it from the build in `programFolder`. Throws a `Failure` with `file-unreadable` where the list of works is not
 * there, as while one works on the program.
 */
export async function readAbout(programFolder: string): Promise<About> {
  const versions: Readonly<Record<string, string | undefined>> = process.versions
  return {
    version: readVersion(programFolder),
    runtimes: Object.entries(runtimeNames).flatMap(([key, name]) => {
      const version = versions[key]
      return version === undefined ? [] : [{ name, version }]
    }),
    works: worksSchema.parse(JSON.parse(await readList(join(programFolder, 'out', 'licences.json')))),
  }
}

async function readList(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const code = systemCode(cause)
    if (code === null) throw cause
    throw new Failure({ code: 'file-unreadable', systemCode: code })
  }
}
