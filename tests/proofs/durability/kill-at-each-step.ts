// Kills a process before each single call to the system that a write, a backup, a recovery or a migration is made of. Runs in Node.
import { execFile } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { openWholly } from './open-wholly.ts'
import type { Check } from '../shared/check.ts'
import type { StoreBundle } from './bundle-programs.ts'
import { isLeftover, readFolder } from './read-folder.ts'
import type { ScenarioName } from './scenarios.ts'
import { prepareScenario, readOutcome, scenarioNames } from './scenarios.ts'

/** No scenario takes so many steps. */
const mostSteps = 200

/** One check for each step of each scenario; the scenarios go on side by side. */
export async function killAtEachStep(bundle: StoreBundle, folder: string): Promise<Check[]> {
  const checks = await Promise.all(
    scenarioNames.map((scenario) => killInScenario(bundle, scenario, join(folder, scenario))),
  )
  return checks.flat()
}

interface Ending {
  output: string
  signal: string | null
  errorOutput: string
}

function runStep(program: string, data: string, scenario: ScenarioName, step: number): Promise<Ending> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, 'step', data, scenario, String(step)],
      (_error, output, errorOutput) => resolve({ output, errorOutput, signal: child.signalCode }),
    )
  })
}

async function killInScenario(bundle: StoreBundle, scenario: ScenarioName, folder: string): Promise<Check[]> {
  const options = { StoreClass: bundle.StoreClass, shell: 'loopback', clock: Date.now } as const
  const prepared = join(folder, 'prepared')
  const before = prepareScenario(scenario, { ...options, folder: prepared })
  const checks: Check[] = []
  for (let step = 1; step < mostSteps; step += 1) {
    const data = join(folder, String(step))
    cpSync(prepared, data, { recursive: true })
    const { output, signal, errorOutput } = await runStep(bundle.program, data, scenario, step)
    const isDone = output.includes('done')
    const isStored = output.includes('stored')
    const { notes, isKept } = readOutcome(scenario, { ...options, folder: data })
    // A migration opens one store and no folder: here the folder is opened and swept.
    openWholly({ ...options, folder: data }).close()
    const leftovers = [...readFolder(data).keys()].filter(isLeftover)
    const isRight = isStored ? notes === 3 : notes === before.notes || notes === 3
    checks.push({
      name: `${bundle.storePackage}, ${scenario}, before call ${step}`,
      holds: (isDone || signal === 'SIGKILL') && isRight && isKept && leftovers.length === 0,
      detail: `${notes} notes, ${isStored ? '' : 'not '}acknowledged, kept: ${isKept}, leftovers: ${leftovers.join()} ${errorOutput}`,
    })
    if (isDone) return checks
  }
  throw new Error(`${scenario} does not come to an end`)
}
