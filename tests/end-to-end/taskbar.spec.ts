// The taskbar shows how far long work is, and nothing once the work is over, however it ended.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { sampleAnnotation } from '../electron/storage/sample-annotation.ts'
import { awaitBackup } from './await-backup.ts'
import { onEachShell } from './fixture.ts'
import type { StandInProgram } from './hosts/launch-stand-in.ts'
import { demandStandIn } from './hosts/launch-stand-in.ts'
import { patience } from './patience.ts'
import { saveBackup } from './save-backup.ts'
import { desktopOwnShell } from './shells.ts'
import { chooseBackup, pressBackUp, restore, restoreDialog } from './use-backups.ts'

/** Notes that take a while to be packed, and little room once they are. */
function writeManyNotes(dataFolder: string): void {
  mkdirSync(join(dataFolder, 'annotations'), { recursive: true })
  for (let number = 0; number < 60; number++) {
    const articleId = `read-elsewhere-${number}`
    const annotations = Array.from({ length: 20 }, (_, place) => ({
      ...sampleAnnotation(number * 100 + place, articleId),
      note: `Night ${number}, watch ${place}: the wind stood in the north. `.repeat(600),
    }))
    const file = join(dataFolder, 'annotations', `${articleId}.json`)
    writeFileSync(file, JSON.stringify({ format: 1, annotations }))
  }
}

const manifestSchema = z.looseObject({
  files: z.array(z.looseObject({ path: z.string(), sha256: z.string() })),
})

/** Changes the last of a backup's files, which is found out only after all before it have been checked. */
function spoilLastFile(path: string, into: string): void {
  const files = unzipSync(readFileSync(path))
  const manifest = manifestSchema.parse(JSON.parse(new TextDecoder().decode(files['manifest.json'])))
  const last = manifest.files.at(-1)
  if (!last) throw new Error('the backup holds nothing')
  last.sha256 = createHash('sha256').update('something else').digest('hex')
  const manifestBytes = new TextEncoder().encode(JSON.stringify(manifest))
  writeFileSync(into, zipSync({ ...files, 'manifest.json': manifestBytes }, { level: 1 }))
}

const shares =
  ({ inHost }: StandInProgram) =>
  (): Promise<unknown[]> =>
    inHost(
      ({ journal }) =>
        journal.filter(({ name }) => name === 'window.setProgressBar').map(({ input }) => input[0]),
      null,
    )

/** Waits until the bar has gone, and answers what it has shown before. */
async function awaitEnd(program: StandInProgram): Promise<number[]> {
  await expect.poll(async () => (await shares(program)()).at(-1), patience).toBe(-1)
  return z.array(z.number()).parse(await shares(program)())
}

/** What a bar shows of one piece of work: something, which goes on and never back, and then nothing. */
const isProgress = (told: readonly number[]): boolean => {
  const shown = told.slice(0, -1)
  const goesOn = shown.every((share, place) => share >= (shown[place - 1] ?? 0) && share < 1)
  return shown.length > 0 && goesOn && told.at(-1) === -1
}

// One program: each test goes on where the one before has left off.
onEachShell(
  'The taskbar',
  // Electron does not tell what a window's bar shows; the stand-in takes down what it is told to show.
  ({ launch, newFolder }) => {
    let program: StandInProgram
    let path: string

    beforeAll(async () => {
      const folder = newFolder()
      path = join(folder, 'Long.bookwheel')
      const dataFolder = join(folder, 'data')
      writeManyNotes(dataFolder)
      program = demandStandIn(await launch({ dataFolder }))
    })
    beforeEach(async () => {
      await program.page.keyboard.press('Escape')
      await program.inHost(({ journal }) => void journal.splice(0), null)
    })

    it('shows how far a backup is, and nothing once it is made', { timeout: 60_000 }, async () => {
      await saveBackup(program, path, () => pressBackUp(program.page))
      await awaitBackup(path)
      expect(await awaitEnd(program)).toSatisfy(isProgress)
    })

    it('shows nothing any more after work that has failed', { timeout: 60_000 }, async () => {
      const spoilt = `${path}.spoilt`
      spoilLastFile(path, spoilt)
      await chooseBackup(program.page, spoilt)
      await expect(restoreDialog(program.page).getByRole('alert').getByText('It is damaged')).toBeShown()
      expect(await awaitEnd(program)).toSatisfy(isProgress)
      await program.page.keyboard.press('Escape')
    })

    it('shows how far a restore is, in every window', { timeout: 60_000 }, async () => {
      const other = demandStandIn(await launch())
      await other.openPage()
      await restore(other.page, path)
      const told = await awaitEnd(other)
      expect(told.length).toBeGreaterThan(2)
      const [inFirst, inSecond] = [0, 1].map((window) => told.filter((_, place) => place % 2 === window))
      expect(inSecond).toEqual(inFirst)
    })
  },
  [desktopOwnShell],
)
