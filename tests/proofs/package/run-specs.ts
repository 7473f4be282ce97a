// Runs specs of the whole program on what a package was unpacked to. Runs in Node.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { projectFolder } from '../../end-to-end/hosts/program-folder.ts'
import type { Check } from '../shared/check.ts'
import { runCommand } from './run-command.ts'

/** The specs that a package must pass: what a reader does on the first day. All of them run on the named program itself. */
const specs = ['main-job.spec.ts', 'reading.spec.ts', 'highlights.spec.ts', 'notebook.spec.ts']

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
})

/**
 * Runs them with the shell of that name on the program in `programFolder`. `folder` is for the report; each test is one
 * check.
 */
export async function runSpecs(options: {
  programFolder: string
  shell: 'loopback' | 'desktop in the stand-in'
  folder: string
}): Promise<Check[]> {
  const { programFolder, shell, folder } = options
  const report = join(folder, `specs-${shell.replaceAll(' ', '-')}.json`)
  const { output, errorOutput } = await runCommand(
    process.execPath,
    [
      join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--project',
      'end-to-end',
      '--reporter=json',
      `--outputFile=${report}`,
      '--testNamePattern',
      shell,
      ...specs,
    ],
    {
      folder: projectFolder,
      environment: { BOOKWHEEL_PROGRAM: programFolder, BOOKWHEEL_ALL_SHELLS: '1' },
    },
  )
  const found = readReport(report)
  if (found === null) return [{ name: 'the specs', holds: false, detail: `${output}${errorOutput}` }]
  return found.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed')
    .map(({ fullName, status, failureMessages }) => ({
      name: fullName,
      holds: status === 'passed',
      detail: failureMessages.join(' '),
    }))
}

/** `null` where the run broke off before it could write one. */
function readReport(path: string): z.infer<typeof reportSchema> | null {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw cause
  }
}
