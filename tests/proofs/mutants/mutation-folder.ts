// A copy of the project in which faults are put and tests are run, so that the project itself is never touched. Runs in Node.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mutant } from './list-mutants.ts'

/** What became of a run. One that hangs is ended: `hung`. */
export type RunOutcome = 'green' | 'red' | 'hung'

/** A copy that serves one run at a time. */
export interface MutationFolder {
  /** Runs the tests whose paths hold one of the filters; one that takes more than `patience` milliseconds hangs. */
  runTests(filters: readonly string[], patience: number): Promise<RunOutcome>
  /** Puts a fault into a file, named from the project's folder, until `work` is done. */
  withMutant<Answer>(file: string, mutant: Mutant, work: () => Promise<Answer>): Promise<Answer>
  remove(): void
}

/** Copies the project. */
export function makeMutationFolder(projectFolder: string): MutationFolder {
  const folder = mkdtempSync(join(tmpdir(), 'bookwheel-mutants-'))
  for (const part of ['electron', 'tests', 'corpus', 'scripts', 'package.json'])
    cpSync(join(projectFolder, part), join(folder, part), { recursive: true })
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs')
  const config = join(folder, 'tests', 'proofs', 'mutants', 'vitest.config.ts')

  async function runTests(filters: readonly string[], patience: number): Promise<RunOutcome> {
    const args = [vitest, 'run', '--config', config, '--bail', '1', '--reporter', 'dot', ...filters]
    // A group of its own, so that whatever a hanging test has started ends with it.
    const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore', detached: true })
    let isHung = false
    const timer = setTimeout(() => {
      isHung = true
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }, patience)
    const [exitCode]: unknown[] = await once(child, 'close')
    clearTimeout(timer)
    if (isHung) return 'hung'
    return exitCode === 0 ? 'green' : 'red'
  }

  return {
    runTests,
    async withMutant(file, { start, end, replacement }, work) {
      const path = join(folder, file)
      const source = readFileSync(path, 'utf8')
      writeFileSync(path, source.slice(0, start) + replacement + source.slice(end))
      try {
        return await work()
      } finally {
        writeFileSync(path, source)
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
