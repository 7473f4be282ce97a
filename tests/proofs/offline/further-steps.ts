// Steps of the tour for what is done to much at once, for what the system hands over, and for what the program says of
// itself. They stand on what the steps before them have made. Runs in Node.
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { explainerId, titles } from '../../end-to-end/corpus-titles.ts'
import { launchStandIn } from '../../end-to-end/hosts/launch-stand-in.ts'
import { cards, notebook } from '../../end-to-end/page-parts.ts'
import { StartRefusal } from '../../end-to-end/program.ts'
import { chooseBackup, openSettings, restoreDialog } from '../../end-to-end/use-backups.ts'
import type { TourStep } from './tour-step.ts'
import { ask, backupPath } from './tour-step.ts'

/** Lets a backup go that the program has checked, without restoring it: before that there is nothing to be let go. */
async function letGo(page: Page): Promise<void> {
  await restoreDialog(page).getByRole('button', { name: 'Restore', exact: true }).waitFor()
  await restoreDialog(page).getByRole('button', { name: 'Cancel' }).click()
  await restoreDialog(page).waitFor({ state: 'detached' })
}

const settings = (page: Page) => page.getByRole('dialog', { name: 'Settings' })

const highlightSchema = z.looseObject({
  id: z.string(),
  revision: z.int(),
  anchor: z.looseObject({ contentHash: z.string(), start: z.int(), end: z.int() }),
})

/** In order, as {@link TourStep}s. */
export const furtherSteps: readonly TourStep[] = [
  {
    name: 'all cards are chosen and tagged at once, and the tag is taken back',
    async act({ page }) {
      await notebook(page).getByRole('button', { name: 'Choose several' }).click()
      await cards(page).getByRole('checkbox').first().click()
      await cards(page)
        .getByRole('checkbox')
        .last()
        .click({ modifiers: ['Shift'] })
      const tag = notebook(page).getByRole('region', { name: 'What was chosen' }).getByLabel('Add a tag')
      await tag.fill('tour')
      await tag.press('Enter')
      const tags = cards(page).getByText('tour', { exact: true })
      await tags.first().waitFor()
      await page.getByRole('button', { name: 'Undo' }).click()
      await tags.first().waitFor({ state: 'detached' })
      await notebook(page).getByRole('button', { name: 'End choosing' }).first().click()
    },
  },
  {
    name: 'a highlight is given another place, and its own again',
    async act({ program }) {
      const articleId = explainerId
      const listed = await ask(program, 'listAnnotations', { articleId })
      const [{ id, revision, anchor }] = z.tuple([highlightSchema], z.unknown()).parse(listed)
      const { contentHash, start, end } = anchor
      const place = { contentHash, start: start + 1, end }
      await ask(program, 'attachAnnotation', { id, articleId, revision, ...place })
      await ask(program, 'detachAnnotation', { id, articleId, revision: revision + 1 })
    },
  },
  {
    name: 'a backup is looked at, and let go',
    async act({ page, folder }) {
      await chooseBackup(page, backupPath(folder))
      await letGo(page)
      await page.keyboard.press('Escape')
      await settings(page).waitFor({ state: 'detached' })
    },
  },
  {
    name: 'the system hands over a backup and a link',
    only: { shell: 'desktop', reason: 'a browser is handed nothing' },
    async act({ page, program, folder }) {
      const opened = [backupPath(folder), 'bookwheel://article/more-than-allied']
      const refusal: unknown = await launchStandIn({ dataFolder: program.dataFolder, opened }).catch(
        (cause: unknown) => cause,
      )
      if (!(refusal instanceof StartRefusal) || refusal.exitCode !== 0) throw refusal
      await restoreDialog(page).getByText('Tour.bookwheel').waitFor()
      await letGo(page)
      await page.getByRole('article', { name: titles.commentary }).waitFor()
    },
  },
  {
    name: 'a file that nobody has handed over is asked for',
    async act({ program }) {
      const answer = await program.call('holdHandedOver', { id: randomUUID(), upload: randomUUID() })
      z.object({ ok: z.literal(false), error: z.object({ code: z.literal('upload-not-found') }) }).parse(
        answer,
      )
    },
  },
  {
    name: 'the program tells of itself and of the works in it',
    async act({ page }) {
      await openSettings(page)
      await settings(page).getByRole('button', { name: 'About' }).click()
      await settings(page)
        .getByText(/^It runs on /)
        .waitFor()
      await settings(page)
        .getByText(/works of others are part of it$/)
        .click()
      await settings(page)
        .getByRole('row', { name: /^lunr / })
        .waitFor()
      await page.keyboard.press('Escape')
      await settings(page).waitFor({ state: 'detached' })
    },
  },
]
