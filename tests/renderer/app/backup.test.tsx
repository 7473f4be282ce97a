import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { z } from 'zod'
import { toBase64 } from '../../../electron/contract/base64.ts'
import { backupByteLimit } from '../../../electron/contract/backup-limits.ts'
import type { FakeProgram, FakeProgramOptions } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, placeOf, winter } from '../made-up-library.ts'
import { articleIn, cards, openPage, searchbox } from '../open-page.tsx'

const workspace = { panes: [{ articleId: lantern.id }] }
const id = '0b9f3f0e-6f0b-4c3b-9a57-3a3c51f3a1d4'
const draft = {
  id,
  articleId: lantern.id,
  contentHash: lantern.contentHash,
  ...placeOf(lantern, 'four pages'),
  colour: 'yellow' as const,
}

async function open(options: FakeProgramOptions = {}) {
  const program = createFakeProgram({ workspace, ...options })
  const state = await openPage(program)
  await expect.element(articleIn(1)).toBeVisible()
  return { program, state }
}

/** A program with one note, in a desk and settings of its own. */
async function makeSource(note = 'Why four?'): Promise<FakeProgram> {
  const source = createFakeProgram({
    settings: { theme: 'dark', textSize: 22 },
    workspace: { panes: [{ articleId: winter.id }, { articleId: harbour.id }], query: 'treaty' },
    clock: () => Date.UTC(2026, 10, 3, 12),
  })
  await source.otherPage.saveAnnotation({ ...draft, revision: 0, note })
  return source
}

const fileOf = (bytes: BlobPart): File => new File([bytes], 'Bookwheel 2026-11-03.bookwheel')

async function backUp(source: FakeProgram): Promise<File> {
  const { bytes } = await source.otherPage.createBackup({ task: crypto.randomUUID() })
  return fileOf(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)))
}

const settings = () => page.getByRole('dialog', { name: 'Settings' })
const dialog = () => page.getByRole('dialog', { name: 'Restore from a backup' })
const button = (name: string) => dialog().getByRole('button', { name, exact: true })
const status = (text: string) => page.getByRole('status').filter({ hasText: text })

async function openSettings(): Promise<void> {
  await userEvent.click(page.getByRole('button', { name: 'Settings' }))
  await expect.element(settings()).toBeVisible()
}

async function choose(file: File): Promise<void> {
  const input = document.querySelector('input[type=file]')
  if (!input) throw new Error('there is no field for a file')
  await userEvent.upload(page.elementLocator(input), file)
}

async function beginRestore(file: File): Promise<void> {
  await openSettings()
  await userEvent.click(settings().getByRole('button', { name: 'Restore from a backup…' }))
  await expect.element(button('Choose a backup…')).toBeVisible()
  await choose(file)
}

/** Catches what the page hands to the browser, which would save it. */
function catchDownloads(): { name: string; bytes: Promise<ArrayBuffer> }[] {
  const caught: { name: string; bytes: Promise<ArrayBuffer> }[] = []
  const spy = vi.spyOn(HTMLAnchorElement.prototype, 'click')
  spy.mockImplementation(function catchClick(this: HTMLAnchorElement) {
    caught.push({ name: this.download, bytes: fetch(this.href).then((response) => response.arrayBuffer()) })
  })
  onTestFinished(() => spy.mockRestore())
  return caught
}

describe('Back up now', () => {
  it('hands the browser one file, which another program restores', async () => {
    const downloads = catchDownloads()
    const { program } = await open()
    await program.otherPage.saveAnnotation({ ...draft, revision: 0, note: 'Why four?' })
    await openSettings()
    await userEvent.click(settings().getByRole('button', { name: 'Back up now' }))
    await expect.element(status('Backup of 1 entry made')).toBeVisible()
    const [download] = downloads
    expect(download?.name).toMatch(/^Bookwheel \d{4}-\d{2}-\d{2}\.bookwheel$/)
    const bytes = toBase64(new Uint8Array((await download?.bytes) ?? new ArrayBuffer(0)))
    const other = createFakeProgram()
    const upload = crypto.randomUUID()
    await other.otherPage.sendBackupPart({ upload, offset: 0, bytes })
    await other.otherPage.inspectBackup({ upload })
    await other.otherPage.restoreBackup({ upload, withSettings: false })
    expect(other.storedAnnotations(lantern.id)).toEqual(program.storedAnnotations(lantern.id))
  })

  it('saves first what is still being typed', async () => {
    const downloads = catchDownloads()
    const { program, state } = await open()
    await program.otherPage.saveAnnotation({ ...draft, revision: 0, note: '' })
    await expect.poll(() => cards().length).toBe(1)
    state.annotations.writeNote(id, 'Typed just now')
    await state.backup.backUp()
    expect(program.storedAnnotations(lantern.id)[0]?.note).toBe('Typed just now')
    expect(downloads).toHaveLength(1)
  })

  it('shows how far it is, and does not begin twice', async () => {
    const downloads = catchDownloads()
    const { program } = await open()
    const held = program.hold('createBackup')
    await openSettings()
    const backUpNow = settings().getByRole('button', { name: 'Back up now' })
    await userEvent.click(backUpNow)
    await expect.element(backUpNow).toHaveAttribute('aria-disabled', 'true')
    await expect.element(backUpNow).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    const { task } = z.object({ task: z.string() }).parse(program.inputsOf('createBackup')[0])
    program.deliver({ type: 'backup-progress', task, done: 30, total: 40 })
    await expect.element(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '75%')
    program.deliver({ type: 'backup-progress', task: crypto.randomUUID(), done: 1, total: 40 })
    await expect.element(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '75%')
    held.stop()
    await expect.poll(() => downloads.length).toBe(1)
    await expect.element(backUpNow).not.toHaveAttribute('aria-disabled')
    expect(program.inputsOf('createBackup')).toHaveLength(1)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => settings().length).toBe(0)
  })

  it('says why there is none', async () => {
    const downloads = catchDownloads()
    const { program } = await open()
    program.failNext('createBackup', { code: 'backup-too-large' })
    await openSettings()
    await userEvent.click(settings().getByRole('button', { name: 'Back up now' }))
    await expect.element(status('There is more than one backup can hold')).toBeVisible()
    expect(downloads).toEqual([])
  })

  it('can be asked for in the system’s menu', async () => {
    const downloads = catchDownloads()
    const { program } = await open()
    program.deliver({ type: 'backup-asked' })
    await expect.poll(() => downloads.length).toBe(1)
  })
})

describe('restoring a backup', () => {
  it('shows beforehand what it would do, and then does it', async () => {
    const source = await makeSource()
    const { program } = await open()
    await beginRestore(await backUp(source))
    await expect.element(dialog()).toHaveTextContent('Made on 3 November 2026')
    await expect.element(dialog()).toHaveTextContent('with 1 entry in its notebook, on 1 article.')
    await expect.element(dialog().getByRole('definition')).toHaveTextContent('1')
    await expect.element(dialog().getByText('come back')).toBeVisible()
    expect(program.storedAnnotations(lantern.id)).toEqual([])
    await userEvent.click(button('Restore'))
    await expect.element(status('The backup has been restored')).toBeVisible()
    await userEvent.click(button('Close'))
    await expect.poll(() => dialog().length).toBe(0)
    expect(program.storedAnnotations(lantern.id)).toEqual(source.storedAnnotations(lantern.id))
  })

  it('brings the notes into the open page', async () => {
    const { state } = await open({ settings: { theme: 'light' } })
    await beginRestore(await backUp(await makeSource()))
    await userEvent.click(button('Restore'))
    await userEvent.click(button('Close'))
    await expect.element(cards().getByText('Why four?')).toBeVisible()
    expect(state.settings.store.getState().theme).toBe('light')
  })

  it('keeps both texts where both sides went on writing', async () => {
    const { program } = await open()
    await program.otherPage.saveAnnotation({ ...draft, revision: 0, note: 'Mine' })
    await beginRestore(await backUp(await makeSource('Theirs')))
    await expect.element(dialog().getByText('both texts are kept')).toBeVisible()
    await userEvent.click(button('Restore'))
    await expect.element(dialog().getByText('1 keeps both texts')).toBeVisible()
    expect(program.storedAnnotations(lantern.id)[0]?.note).toBe('Mine\n\nTheirs')
  })

  it('says where nothing would change, and what lies in the trash', async () => {
    const source = await makeSource()
    const { program } = await open({ settings: { textSize: 20 } })
    await program.otherPage.saveAnnotation({ ...draft, revision: 0, note: 'Why four?' })
    await program.otherPage.deleteAnnotation({ id, articleId: lantern.id, revision: 1 })
    await beginRestore(await backUp(source))
    await expect.element(dialog().getByText('Everything in this backup is here already.')).toBeVisible()
    await expect.element(dialog().getByText('it is in the trash')).toBeVisible()
    await expect.element(button('Restore')).toBeDisabled()
  })

  it('leaves settings and desk alone where there are some, unless they are wished for', async () => {
    const { program } = await open({ settings: { textSize: 20 } })
    await beginRestore(await backUp(await makeSource()))
    const wish = dialog().getByRole('checkbox')
    await expect.element(wish).not.toBeChecked()
    await userEvent.click(wish)
    await userEvent.click(button('Restore'))
    await userEvent.click(button('Close'))
    await expect.poll(() => document.documentElement.dataset['theme']).toBe('dark')
    expect(program.storedSettings()).toMatchObject({ theme: 'dark', textSize: 22 })
    await expect.element(articleIn(1)).toHaveTextContent(winter.title)
    await expect.element(articleIn(2)).toHaveTextContent(harbour.title)
    await expect.element(searchbox()).toHaveValue('treaty')
    await expect.poll(() => program.storedWorkspace()?.panes.length).toBe(2)
  })

  it('takes them over unasked where there are none', async () => {
    await open()
    await beginRestore(await backUp(await makeSource()))
    await expect.element(dialog().getByRole('checkbox')).toBeChecked()
  })

  it('shows how far it is while it reads', async () => {
    const { program } = await open()
    const held = program.hold('inspectBackup')
    await beginRestore(await backUp(await makeSource()))
    await expect.poll(() => held.waiting()).toBe(1)
    const { upload } = z.object({ upload: z.string() }).parse(program.inputsOf('inspectBackup')[0])
    program.deliver({ type: 'backup-progress', task: upload, done: 1, total: 2 })
    await expect.element(dialog().getByRole('progressbar')).toHaveAttribute('aria-valuetext', '75%')
    held.stop()
    await expect.element(button('Restore')).toBeVisible()
  })

  it('can be left while it reads; what comes then is not shown', async () => {
    const { program } = await open()
    const held = program.hold('inspectBackup')
    await beginRestore(await backUp(await makeSource()))
    await expect.poll(() => held.waiting()).toBe(1)
    await userEvent.click(button('Cancel'))
    held.stop()
    await expect.poll(() => dialog().length).toBe(0)
  })

  it('forgets a file that was looked at and not restored', async () => {
    const { program } = await open()
    await beginRestore(await backUp(await makeSource()))
    await userEvent.click(button('Cancel'))
    await expect.poll(() => program.inputsOf('discardBackup')).toHaveLength(1)
    expect(program.storedAnnotations(lantern.id)).toEqual([])
  })

  it('that stops half-way says so, and goes on when it is tried again', async () => {
    const { program } = await open()
    await beginRestore(await backUp(await makeSource()))
    program.failNext('restoreBackup', { code: 'disk-full', store: 'annotations/lantern' })
    await userEvent.click(button('Restore'))
    await expect.element(dialog().getByRole('alert')).toHaveTextContent('The disk is full')
    await userEvent.click(button('Try again'))
    await expect.element(dialog().getByText('1 entry came back')).toBeVisible()
  })

  it('cannot be closed while it is under way', async () => {
    const { program } = await open()
    await beginRestore(await backUp(await makeSource()))
    const held = program.hold('restoreBackup')
    await userEvent.click(button('Restore'))
    await expect.poll(() => held.waiting()).toBe(1)
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog().getByRole('progressbar')).toBeVisible()
    held.stop()
    await expect.element(button('Close')).toBeVisible()
  })

  it('works with the keyboard alone once the file is chosen', async () => {
    const { program } = await open()
    await beginRestore(await backUp(await makeSource()))
    await expect.element(button('Restore')).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(button('Close')).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => dialog().length).toBe(0)
    expect(program.storedAnnotations(lantern.id)).toHaveLength(1)
  })
})

describe('a file that cannot be restored', () => {
  it.each<[string, () => File | Promise<File>, string]>([
    ['is none of ours', () => fileOf('Dear reader'), 'It is not a Bookwheel backup'],
    ['is empty', () => fileOf(''), 'It is not a Bookwheel backup'],
    [
      'is damaged',
      async () => fileOf(await (await backUp(await makeSource())).slice(0, 500).arrayBuffer()),
      'damaged',
    ],
    [
      'is far too large',
      () => Object.defineProperty(fileOf('x'), 'size', { value: backupByteLimit + 1 }),
      'more than any backup',
    ],
  ])('because it %s is refused with the reason, and another can be chosen', async (_what, make, words) => {
    const { program, state } = await open()
    state.backup.beginRestore()
    // Not through the field, which would read the file's true size.
    await state.backup.read(await make())
    await expect.element(dialog().getByRole('alert')).toHaveTextContent(words)
    await expect.element(dialog().getByRole('alert')).toHaveTextContent('Nothing was changed.')
    expect(program.inputsOf('restoreBackup')).toEqual([])
    await choose(await backUp(await makeSource()))
    await expect.element(button('Restore')).toBeVisible()
  })

  it('because another page took its place can be chosen again', async () => {
    const { program } = await open()
    await beginRestore(await backUp(await makeSource()))
    await expect.element(button('Restore')).toBeVisible()
    await program.otherPage.sendBackupPart({ upload: crypto.randomUUID(), offset: 0, bytes: '' })
    await userEvent.click(button('Restore'))
    await expect.element(dialog().getByRole('alert')).toHaveTextContent('no longer at hand')
  })

  it('is none where nothing may be written: it cannot even be chosen', async () => {
    await open({ readOnly: { kind: 'not-writable' } })
    await openSettings()
    await expect.element(settings().getByRole('button', { name: 'Restore from a backup…' })).toBeDisabled()
    await expect.element(settings().getByRole('button', { name: 'Back up now' })).toBeEnabled()
  })
})

describe('the data folder', () => {
  it('is told in the browser, and its path can be copied', async () => {
    await open()
    await openSettings()
    await expect.element(settings().getByText('/home/reader/bookwheel')).toBeVisible()
    await userEvent.click(settings().getByRole('button', { name: 'Copy the path' }))
    await expect.element(settings().getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await navigator.clipboard.readText()).toBe('/home/reader/bookwheel')
  })

  it('is shown by the system on the desktop, or it says why not', async () => {
    const { program } = await open({ shell: 'desktop' })
    await openSettings()
    const show = settings().getByRole('button', { name: 'Show the data folder' })
    await userEvent.click(show)
    await expect.poll(() => program.inputsOf('showDataFolder')).toHaveLength(1)
    program.failNext('showDataFolder', { code: 'folder-not-shown', reason: 'no file manager' })
    await userEvent.click(show)
    await expect.element(status('The file manager did not open: no file manager.')).toBeVisible()
  })
})
