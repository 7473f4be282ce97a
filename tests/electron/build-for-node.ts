// Builds a worker or a program for tests that start it as the bundle does. Runs in Node.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll } from 'vitest'

/** A file that is there from the first test to the last. */
export interface BuiltFile {
  /** Absolute path. */
  path: string
}

/** Has `entry` (an absolute path) built into one file before the tests of the file that calls this. */
export function buildForNode(entry: string): BuiltFile {
  const built: BuiltFile = { path: '' }
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bookwheel-built-'))
    built.path = join(folder, 'built.mjs')
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: { ssr: entry, outDir: folder, rolldownOptions: { output: { entryFileNames: 'built.mjs' } } },
    })
  }, 30_000)
  afterAll(() => rm(join(built.path, '..'), { recursive: true, force: true }))
  return built
}
