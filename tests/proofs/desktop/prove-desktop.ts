// Runs the desktop in the stand-in and counts what it refuses. Runs in Node.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StandInProgram } from '../../end-to-end/hosts/launch-stand-in.ts'
import { launchStandIn } from '../../end-to-end/hosts/launch-stand-in.ts'
import { checkAddresses } from './check-addresses.ts'
import { checkLayers } from './check-layers.ts'
import { checkMessages } from './check-messages.ts'
import { checkPermissions } from './check-permissions.ts'
import { checkPoints } from './check-points.ts'
import type { Check } from '../shared/check.ts'

/** So many failures are told one by one; the rest would only repeat them. */
const toldFailures = 5

/** A figure beside its goal. */
interface Figure {
  title: string
  goal: number
  checks: readonly Check[]
}

function report({ title, goal, checks }: Figure): boolean {
  const held = checks.filter(({ holds }) => holds).length
  const isMet = held === checks.length && held >= goal
  console.log(`${isMet ? 'met  ' : 'SHORT'}  ${held} of ${checks.length} (goal ${goal})  ${title}`)
  const failed = checks.filter(({ holds }) => !holds)
  for (const { name, detail } of failed.slice(0, toldFailures)) console.log(`         ${name}: ${detail}`)
  if (failed.length > toldFailures) console.log(`         and ${failed.length - toldFailures} more`)
  return isMet
}

async function readFigures(program: StandInProgram): Promise<Figure[]> {
  return [
    {
      title: "points of Electron's security checklist (19, fuses, stands below: they are set in a package)",
      goal: 19,
      checks: await checkPoints(program),
    },
    {
      title: 'layers that keep the program off the network, each laid before there is a page, and the fuses',
      goal: 28,
      checks: await checkLayers(program),
    },
    { title: 'permissions denied', goal: 40, checks: await checkPermissions(program) },
    { title: 'addresses refused in every way to go there', goal: 60, checks: await checkAddresses(program) },
    { title: 'forged messages refused', goal: 30, checks: await checkMessages(program) },
  ]
}

/** Proves it and answers the exit code. `programFolder` is the built project where none is named. */
export async function proveDesktop(programFolder?: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bookwheel-proof-'))
  const program = await launchStandIn({
    dataFolder: join(folder, 'data'),
    ...(programFolder === undefined ? {} : { programFolder }),
  })
  try {
    const figures = await readFigures(program)
    return figures.map(report).every(Boolean) ? 0 : 1
  } finally {
    await program.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}
