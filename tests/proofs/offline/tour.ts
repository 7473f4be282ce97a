// Takes the tour on one shell and tells each step as a line of JSON. Runs in Node, as a process of its own that can be watched.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { operationNames } from '../../../electron/contract/operation-names.ts'
import { launchLoopback } from '../../end-to-end/hosts/launch-loopback.ts'
import { launchStandIn } from '../../end-to-end/hosts/launch-stand-in.ts'
import { closeSharedChromium } from '../../end-to-end/hosts/shared-chromium.ts'
import type { Program } from '../../end-to-end/program.ts'
import { tourSteps } from './tour-steps.ts'

/** What the tour tells, one a line. */
export type TourReport =
  | { kind: 'step'; name: string; problem: string | null }
  | { kind: 'skip'; name: string; reason: string }
  /** The operations that no step has asked for. */
  | { kind: 'rest'; operations: string[] }
  | { kind: 'end' }

function tell(report: TourReport): void {
  process.stdout.write(`${JSON.stringify(report)}\n`)
}

/** Notes the operations that pages ask for over HTTP; on the desktop they go another way, which is the same for all. */
function watchOperations({ page, shell }: Program): Set<string> {
  const asked = new Set<string>(shell === 'desktop' ? operationNames : [])
  page.context().on('request', (request) => {
    const [, operation] = /\/api\/call\/(\w+)$/.exec(request.url()) ?? []
    if (operation !== undefined) asked.add(operation)
  })
  return asked
}

async function walk(given: Program, folder: string): Promise<void> {
  const asked = watchOperations(given)
  const program: Program = {
    ...given,
    call(operation, input) {
      asked.add(operation)
      return given.call(operation, input)
    },
  }
  await program.page.reload()
  for (const { name, act, only } of tourSteps) {
    if (only !== undefined && only.shell !== program.shell) {
      tell({ kind: 'skip', name, reason: only.reason })
      continue
    }
    const problem = await act({ program, page: program.page, folder }).then(
      () => null,
      (cause: unknown) => String(cause).split('\n').slice(0, 4).join(' '),
    )
    tell({ kind: 'step', name, problem })
  }
  tell({ kind: 'rest', operations: operationNames.filter((name) => !asked.has(name)) })
}

/** Takes the tour. `folder` is empty and ends with what the tour has written. */
export async function takeTour(shell: string, folder: string): Promise<void> {
  const saved = join(folder, 'saved')
  mkdirSync(saved)
  const launch = shell === 'desktop' ? launchStandIn : launchLoopback
  const program = await launch({ dataFolder: join(folder, 'data') })
  try {
    await walk(program, saved)
    await program.stop()
    tell({ kind: 'end' })
  } finally {
    await program.dispose()
    await closeSharedChromium()
  }
}
