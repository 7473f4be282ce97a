// What every spec stands on: programs on folders of their own, which are ended and removed after it, and the rule
// that no page asked for anything elsewhere, breached its policy or failed unseen.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect } from 'vitest'
import type { LaunchOptions, Program, Shell } from './program.ts'
import { sharedShells } from './shells.ts'
import { showFailure } from './show-failure.ts'

/** What a spec gets. Whatever it makes in a test ends with that test, in `beforeAll` with the block. */
export interface Fixture {
  /** Makes an empty temporary folder; answers its absolute path. */
  newFolder: () => string
  /** Starts the program, on a new data folder unless one is named. */
  launch: (options?: Partial<LaunchOptions>) => Promise<Program>
  /** Says which faults belong to the test at hand: each fault must fit none or one of these. */
  expectFaults: (...patterns: RegExp[]) => void
}

/** What was made for one test or for a whole block. */
interface Lifetime {
  folders: string[]
  programs: Program[]
  /** How many faults of each program have been looked at. */
  seen: Map<Program, number>
}

const newLifetime = (): Lifetime => ({ folders: [], programs: [], seen: new Map() })

/** Faults that came since the last look. */
function newFaults({ programs, seen }: Lifetime): string[] {
  return programs.flatMap((program) => {
    const faults = program.faults()
    const fresh = faults.slice(seen.get(program) ?? 0)
    seen.set(program, faults.length)
    return fresh
  })
}

async function end({ folders, programs }: Lifetime): Promise<void> {
  await Promise.all(programs.splice(0).map((program) => program.dispose()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

function createFixture({ launch }: Shell): Fixture {
  const block = newLifetime()
  const test = newLifetime()
  const expected: RegExp[] = []
  let current = block

  beforeEach(() => {
    current = test
  })
  afterEach(async ({ task }) => {
    current = block
    if (task.result?.state === 'fail') await showFailure(task.name, [...block.programs, ...test.programs])
    const faults = [...newFaults(block), ...newFaults(test)]
    const patterns = expected.splice(0)
    await end(test)
    expect(faults.filter((fault) => !patterns.some((pattern) => pattern.test(fault)))).toEqual([])
  })
  afterAll(() => end(block))

  function newFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'bookwheel-spec-'))
    current.folders.push(folder)
    return folder
  }

  return {
    newFolder,
    async launch(options = {}) {
      const lifetime = current
      const program = await launch({ dataFolder: join(newFolder(), 'data'), ...options })
      lifetime.programs.push(program)
      return program
    },
    expectFaults: (...patterns) => void expected.push(...patterns),
  }
}

/**
 * Declares specs once for each of the given shells: those for what every shell shares, unless others are named. A shell
 * that does not run here is skipped, with its reason in the report.
 */
export function onEachShell(
  title: string,
  specs: (fixture: Fixture) => void,
  on: readonly Shell[] = sharedShells,
): void {
  for (const shell of on) {
    const reason = shell.skip === null ? '' : ` (skipped: ${shell.skip})`
    describe.skipIf(shell.skip !== null)(`${title}, ${shell.name}${reason}`, () => {
      specs(createFixture(shell))
    })
  }
}
