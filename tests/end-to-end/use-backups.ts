// Makes backups and takes them in as a reader does, from the settings. Runs in Node.
import type { Locator, Page } from 'playwright-core'

/** Where a backup is chosen, looked at and restored. */
export const restoreDialog = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Restore from a backup' })

/** Opens the settings. */
export async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
}

/** Asks for a backup from the settings, which stay open. */
export async function pressBackUp(page: Page): Promise<void> {
  await openSettings(page)
  await page.getByRole('button', { name: 'Back up now' }).click()
}

/** Opens the settings and gives the dialog of restoring the file at `path`. */
export async function chooseBackup(page: Page, path: string): Promise<void> {
  await openSettings(page)
  await page.getByRole('button', { name: 'Restore from a backup…' }).click()
  const choosing = page.waitForEvent('filechooser')
  await restoreDialog(page).getByRole('button', { name: 'Choose a backup…' }).click()
  await (await choosing).setFiles(path)
}

/** Restores the file at `path` and closes the dialog. */
export async function restore(page: Page, path: string): Promise<void> {
  await chooseBackup(page, path)
  await restoreDialog(page).getByRole('button', { name: 'Restore', exact: true }).click()
  await restoreDialog(page).getByRole('button', { name: 'Close' }).click()
}
