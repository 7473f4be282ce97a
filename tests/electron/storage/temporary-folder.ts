// Folders for one test each: made empty, removed with everything in them when the test ends.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** An empty folder that lasts as long as the test that asks for it. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bookwheel-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
