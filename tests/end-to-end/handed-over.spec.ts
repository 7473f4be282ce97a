// What a reader meets who has installed the program: files and links open it, and it says what it is.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createBackup } from '../../electron/services/backup/create-backup.ts'
import { createPace } from '../../electron/services/backup/pace.ts'
import { contents, time } from '../electron/services/backup/make-zip.ts'
import { titles } from './corpus-titles.ts'
import { onEachShell } from './fixture.ts'
import { demandStandIn } from './hosts/launch-stand-in.ts'
import { articleIn } from './page-parts.ts'
import { patience } from './patience.ts'
import { StartRefusal } from './program.ts'
import { desktopOwnShell, electronShell, packageShell } from './shells.ts'

onEachShell(
  'What the system hands over',
  // A browser is handed nothing.
  ({ launch, newFolder }) => {
    it('is shown at the start and while the program runs: what a backup would do, the article of a link', async () => {
      const pace = createPace(() => undefined)
      const backup = join(newFolder(), 'From the other laptop.bookwheel')
      writeFileSync(backup, await createBackup(contents, { version: '1.2.3', time, pace }))

      const { page, dataFolder } = await launch({ opened: [backup] })
      const dialog = page.getByRole('dialog', { name: 'Restore from a backup' })
      await expect(dialog.getByText('From the other laptop.bookwheel')).toBeShown()
      await expect(dialog.getByRole('button', { name: 'Restore', exact: true })).toBeShown()
      await page.keyboard.press('Escape')

      /** A second start hands its wishes on to the first and ends. */
      async function startAgain(...opened: string[]): Promise<void> {
        const refusal: unknown = await launch({ dataFolder, opened }).catch((cause: unknown) => cause)
        expect(refusal).toBeInstanceOf(StartRefusal)
        expect(refusal).toMatchObject({ exitCode: 0 })
      }
      await startAgain('bookwheel://article/no-such-article', 'bookwheel://article/more-than-allied')
      await expect(page.getByText('The link could not be followed.')).toBeShown()
      await expect(articleIn(page, 1).and(page.getByRole('article', { name: titles.commentary }))).toBeShown()
      await startAgain('--new-window')
      const windows = () =>
        page
          .context()
          .pages()
          .filter((open) => open.url() === page.url())
      await expect.poll(() => windows().length, patience).toBe(2)
    })
  },
  [desktopOwnShell, electronShell, packageShell],
)

onEachShell(
  'A backup that the system hands over',
  // What the system lists as recent is taken down in the stand-in.
  ({ launch, newFolder }) => {
    it('is among the recent files once it has been read; one that is not there is not', async () => {
      const pace = createPace(() => undefined)
      const folder = newFolder()
      const backup = join(folder, 'There.bookwheel')
      writeFileSync(backup, await createBackup(contents, { version: '1.2.3', time, pace }))
      const program = demandStandIn(await launch({ opened: [join(folder, 'Gone.bookwheel'), backup] }))
      const recent = () =>
        program.inHost(
          ({ journal }) =>
            journal.filter(({ name }) => name === 'app.addRecentDocument').map(({ input }) => input[0]),
          null,
        )
      await expect.poll(recent, patience).toEqual([backup])
    })
  },
  [desktopOwnShell],
)
