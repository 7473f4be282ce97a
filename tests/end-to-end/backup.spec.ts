// All that a reader has made, out of one program as one file and into another; and what was deleted, brought back.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Annotation } from '../../electron/contract/annotation.ts'
import type { ArticleId } from '../../electron/contract/article.ts'
import { sampleAnnotation } from '../electron/storage/sample-annotation.ts'
import { awaitBackup } from './await-backup.ts'
import { copyProgram } from './copy-program.ts'
import { explainerId } from './corpus-titles.ts'
import { onEachShell } from './fixture.ts'
import { highlightWords, writeNote } from './highlight-words.ts'
import type { StandInProgram } from './hosts/launch-stand-in.ts'
import { demandStandIn } from './hosts/launch-stand-in.ts'
import { cardOf, cards, notebook, savedLine } from './page-parts.ts'
import { patience } from './patience.ts'
import { notesOf } from './read-notes.ts'
import type { Program } from './program.ts'
import { readSaveDialogs, saveBackup } from './save-backup.ts'
import { desktopOwnShell, loopbackShell } from './shells.ts'
import { snapshotStores } from './snapshot-folder.ts'
import { chooseBackup, openSettings, pressBackUp, restore, restoreDialog } from './use-backups.ts'
import { hasWriteProtection, ordinaryUser, setRights } from './write-protection.ts'

const words = 'boundless partnership'
const note = 'Declared before the war.'
const trashDialog = (page: Page) => page.getByRole('dialog', { name: 'Trash' })
const trashRows = (page: Page) =>
  trashDialog(page).getByRole('list', { name: 'Deleted entries' }).getByRole('listitem')

const fileOf = (dataFolder: string, articleId: ArticleId): string =>
  join(dataFolder, 'annotations', `${articleId}.json`)

function readStored(dataFolder: string, articleId = explainerId): string {
  return readFileSync(fileOf(dataFolder, articleId), 'utf8')
}

/** Lays the notes of an article into a data folder, new or not, as a program would have. */
function writeAnnotations(
  dataFolder: string,
  articleId: ArticleId,
  annotations: readonly Annotation[],
): void {
  mkdirSync(join(dataFolder, 'annotations'), { recursive: true })
  writeFileSync(fileOf(dataFolder, articleId), JSON.stringify({ format: 1, annotations }))
}

onEachShell('A backup', ({ launch, newFolder }) => {
  let first: Program
  let path: string

  beforeAll(async () => {
    path = join(newFolder(), 'Bookwheel.bookwheel')
    first = await launch()
    await highlightWords(first.page, 1, words, '2')
    await writeNote(first.page, words, note)
    await savedLine(first.page).waitFor()
    await first.call('changeSettings', { theme: 'sepia' })
    await saveBackup(first, path, () => pressBackUp(first.page))
    await awaitBackup(path)
    await first.page.keyboard.press('Escape')
  })

  it('holds everything', async () => {
    expect(await awaitBackup(path)).toEqual(
      expect.arrayContaining([
        'manifest.json',
        'settings.json',
        'workspace.json',
        `annotations/${explainerId}.json`,
      ]),
    )
  })

  it('takes everything into a new data folder', async () => {
    const second = await launch()
    await restore(second.page, path)
    await expect(cardOf(second.page, words).getByText(note)).toBeShown()
    await expect.poll(() => second.page.locator('html').getAttribute('data-theme'), patience).toBe('sepia')
    expect(JSON.parse(readStored(second.dataFolder))).toEqual(JSON.parse(readStored(first.dataFolder)))
  })

  it('is added to what is there, and the second time changes nothing', async () => {
    const second = await launch()
    await highlightWords(second.page, 1, 'most important trading partner', '1')
    await expect(savedLine(second.page)).toBeShown()
    await restore(second.page, path)
    await expect.poll(() => cards(second.page).count(), patience).toBe(2)
    const before = snapshotStores(second.dataFolder)
    await chooseBackup(second.page, path)
    await expect(
      restoreDialog(second.page).getByText('Everything in this backup is here already.'),
    ).toBeShown()
    await restoreDialog(second.page).getByRole('button', { name: 'Cancel' }).click()
    expect(snapshotStores(second.dataFolder)).toEqual(before)
    expect(await notesOf(second, explainerId)()).toEqual(expect.arrayContaining([note, '']))
  })

  it('that is damaged is refused, and nothing changes', async () => {
    const damaged = join(newFolder(), 'Damaged.bookwheel')
    writeFileSync(damaged, readFileSync(path).subarray(0, -40))
    const before = snapshotStores(first.dataFolder)
    await chooseBackup(first.page, damaged)
    await expect(restoreDialog(first.page).getByRole('alert').getByText('It is damaged')).toBeShown()
    expect(snapshotStores(first.dataFolder)).toEqual(before)
    await first.page.keyboard.press('Escape')
    await restoreDialog(first.page).waitFor({ state: 'detached' })
  })

  // The stand-in hands megabytes on as text through a debugger, which a busy machine does slowly.
  it('of several megabytes comes through in parts', { timeout: 120_000 }, async () => {
    const folder = newFolder()
    const large = join(folder, 'Bookwheel.bookwheel')
    const dataFolder = join(folder, 'data')
    // Notes that cannot be packed any smaller, on an article that is not open: a page would be long at drawing them.
    const articleId = 'somewhere-else'
    const annotations = Array.from({ length: 40 }, (_, number) => ({
      ...sampleAnnotation(number, articleId),
      note: randomBytes(70_000).toString('base64'),
    }))
    writeAnnotations(dataFolder, articleId, annotations)
    const source = await launch({ dataFolder })
    await saveBackup(source, large, () => pressBackUp(source.page))
    await awaitBackup(large)
    expect(readFileSync(large).length).toBeGreaterThan(2_500_000)
    await restore(first.page, large)
    expect(JSON.parse(readStored(first.dataFolder, articleId))).toEqual({ format: 1, annotations })
  })
})

// One program: the second test goes on with what the first has brought back.
onEachShell('The trash', ({ launch }) => {
  let again: Program
  beforeAll(async () => {
    const first = await launch()
    await highlightWords(first.page, 1, words, '2')
    await writeNote(first.page, words, note)
    await savedLine(first.page).waitFor()
    await cardOf(first.page, words).getByRole('button', { name: 'Delete highlight and note' }).click()
    await cards(first.page).waitFor({ state: 'detached' })
    // The card goes at once; that it is deleted is on the disk a little later.
    await vi.waitUntil(() => !/"deletedAt":\s*null/.test(readStored(first.dataFolder)), patience)
    await first.stop()
    again = await launch({ dataFolder: first.dataFolder })
  })

  it('keeps what was deleted over a new start, and gives it back', async () => {
    await notebook(again.page).getByRole('button', { name: 'Trash' }).click()
    await expect(trashRows(again.page).getByText(note)).toBeShown()
    await trashRows(again.page)
      .getByRole('button', { name: `Restore “${words}”` })
      .click()
    await expect(trashDialog(again.page).getByText('The trash is empty')).toBeShown()
    await again.page.keyboard.press('Escape')
    await expect(cardOf(again.page, words).getByText(note)).toBeShown()
  })

  it('forgets for good what the reader says, and nothing of it stays in the file', async () => {
    const { page, dataFolder } = again
    await cardOf(page, words).getByRole('button', { name: words }).click()
    await cardOf(page, words).getByRole('button', { name: 'Delete highlight and note' }).click()
    await notebook(page).getByRole('button', { name: 'Trash' }).click()
    await trashRows(page)
      .getByRole('button', { name: `Delete “${words}” for good` })
      .click()
    expect(readStored(dataFolder)).toContain(note)
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click()
    await expect(trashDialog(page).getByText('The trash is empty')).toBeShown()
    expect(readStored(dataFolder)).not.toContain(words)
  })
})

onEachShell(
  'The trash after thirty days',
  // The same services in every shell.
  ({ launch, newFolder }) => {
    const day = 24 * 60 * 60 * 1000

    function prepare(checkedAt: number): string {
      const dataFolder = join(newFolder(), 'data')
      const now = Date.now()
      const annotations = [
        { ...sampleAnnotation(1, explainerId), deletedAt: now - 40 * day, note: 'Long ago' },
        { ...sampleAnnotation(2, explainerId), deletedAt: now - 10 * day, note: 'Lately' },
      ]
      writeAnnotations(dataFolder, explainerId, annotations)
      writeFileSync(join(dataFolder, 'trash.json'), JSON.stringify({ format: 1, checkedAt }))
      return dataFolder
    }

    it('lets go what was overdue a day ago already', async () => {
      const dataFolder = prepare(Date.now() - 2 * day)
      const { page, errorOutput } = await launch({ dataFolder })
      await notebook(page).getByRole('button', { name: 'Trash' }).click()
      await expect(trashRows(page).getByText('Lately')).toBeShown()
      // They go once every note has been read, which is after the start.
      await expect.poll(() => trashRows(page).count(), patience).toBe(1)
      expect(readStored(dataFolder)).not.toContain('Long ago')
      await expect.poll(errorOutput, patience).toContain('1 annotation')
    })

    it('keeps everything where the clock has jumped since', async () => {
      const dataFolder = prepare(Date.now() - 50 * day)
      const { page } = await launch({ dataFolder })
      await notebook(page).getByRole('button', { name: 'Trash' }).click()
      await expect(trashRows(page).getByText('Long ago')).toBeShown()
    })
  },
  [loopbackShell],
)

onEachShell(
  'The menu of the desktop',
  // What the system's dialogs are asked is taken down in the stand-in.
  ({ launch, newFolder }) => {
    let program: StandInProgram

    beforeAll(async () => {
      program = demandStandIn(await launch())
    })
    beforeEach(async () => {
      await program.page.keyboard.press('Escape')
      await program.inHost(({ journal }) => void journal.splice(0), null)
    })

    it('backs up, by the system’s own dialog and under the name of the day', async () => {
      const path = join(newFolder(), 'Bookwheel.bookwheel')
      await saveBackup(program, path, () =>
        program.inElectron(
          ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('back-up')?.click(),
          null,
        ),
      )
      expect(await awaitBackup(path)).toContain('manifest.json')
      const [options = ''] = await readSaveDialogs(program)
      expect(JSON.parse(options)).toEqual({
        defaultPath: expect.stringMatching(/^Bookwheel \d{4}-\d\d-\d\d\.bookwheel$/),
        filters: [{ name: 'Bookwheel backup', extensions: ['bookwheel'] }],
      })
      const recent = () =>
        program.inHost(
          ({ journal }) =>
            journal.filter(({ name }) => name === 'app.addRecentDocument').map(({ input }) => input[0]),
          null,
        )
      await expect.poll(recent, patience).toEqual([path])
    })

    it('and the page save nothing else: another download is prevented before anybody is asked', async () => {
      const path = join(newFolder(), 'Bookwheel.bookwheel')
      await saveBackup(program, path, async () => {
        await program.page.evaluate(() => {
          const link = document.createElement('a')
          link.href = URL.createObjectURL(new Blob(['evil']))
          link.download = 'evil.exe'
          link.click()
        })
        await pressBackUp(program.page)
      })
      await awaitBackup(path)
      expect(await readSaveDialogs(program)).toHaveLength(1)
    })

    it('tells that a backup could not be saved', async () => {
      const path = join(newFolder(), 'file-in-the-way')
      writeFileSync(path, '')
      await saveBackup(program, join(path, 'Bookwheel.bookwheel'), () => pressBackUp(program.page))
      const told = () =>
        program.inHost(
          ({ journal }) => journal.filter(({ name }) => name === 'dialog.showErrorBox').length,
          null,
        )
      await expect.poll(told, patience).toBe(1)
      expect(existsSync(join(path, 'Bookwheel.bookwheel'))).toBe(false)
    })

    it('shows the data folder, from the settings as well', async () => {
      const opened = () =>
        program.inHost(
          ({ journal }) =>
            journal.flatMap(({ name, input }) => (name === 'shell.openPath' ? [String(input[0])] : [])),
          null,
        )
      await program.inElectron(
        ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-data-folder')?.click(),
        null,
      )
      await openSettings(program.page)
      await program.page.getByRole('button', { name: 'Show the data folder' }).click()
      await expect.poll(opened, patience).toEqual([program.dataFolder, program.dataFolder])
    })
  },
  [desktopOwnShell],
)

onEachShell(
  'In the browser',
  ({ launch }) => {
    it('the settings tell the path of the data folder', async () => {
      const { page, dataFolder } = await launch()
      await openSettings(page)
      await expect(page.getByRole('dialog', { name: 'Settings' }).getByText(dataFolder)).toBeShown()
    })
  },
  [loopbackShell],
)

describe.skipIf(!hasWriteProtection)(
  `A folder that cannot be written${hasWriteProtection ? '' : ' (skipped: rights cannot be shown to matter here)'}`,
  () => {
    onEachShell(
      'is backed up',
      ({ launch, newFolder }) => {
        it('and takes no backup in', async () => {
          const path = join(newFolder(), 'Bookwheel.bookwheel')
          const dataFolder = join(newFolder(), 'data')
          writeAnnotations(dataFolder, explainerId, [sampleAnnotation(1, explainerId)])
          setRights(join(dataFolder, '..'), { folders: 0o755, files: 0o444 })
          setRights(dataFolder, { folders: 0o555, files: 0o444 })
          const programFolder = copyProgram(newFolder(), {})
          setRights(programFolder, { folders: 0o755, files: 0o644 })
          const program = await launch({ dataFolder, programFolder, ...ordinaryUser })
          await saveBackup(program, path, () => pressBackUp(program.page))
          expect(await awaitBackup(path)).toContain(`annotations/${explainerId}.json`)
          expect(
            await program.page.getByRole('button', { name: 'Restore from a backup…' }).isDisabled(),
          ).toBe(true)
          setRights(dataFolder, { folders: 0o755, files: 0o644 })
        })
      },
      [loopbackShell],
    )
  },
)
