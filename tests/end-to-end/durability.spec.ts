// What is said to be saved is there after anything: a crash, a closed tab, damaged files, a folder nobody may write.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { copyProgram } from './copy-program.ts'
import { explainerId } from './corpus-titles.ts'
import { onEachShell } from './fixture.ts'
import { highlightWords, writeNote } from './highlight-words.ts'
import { articleIn, cardOf, savedLine, saveStatus } from './page-parts.ts'
import { patience } from './patience.ts'
import type { Program } from './program.ts'
import { StartRefusal, cleanExit } from './program.ts'
import { notesOf } from './read-notes.ts'
import { highlightedWords } from './read-painting.ts'
import { snapshotFolder } from './snapshot-folder.ts'
import { hasWriteProtection, ordinaryUser, setRights } from './write-protection.ts'

const words = 'boundless partnership'

onEachShell('What is saved', ({ launch }) => {
  it('is there after the program was killed at that very moment', async () => {
    const program = await launch()
    await highlightWords(program.page, 1, words, 'n')
    await writeNote(program.page, words, 'Since when?')
    await expect(savedLine(program.page)).toBeShown()
    await program.kill()

    const again = await launch({ dataFolder: program.dataFolder })
    await expect.poll(highlightedWords(again.page), patience).toEqual([words])
    await expect.poll(notesOf(again, explainerId), patience).toEqual(['Since when?'])
    expect(again.errorOutput()).not.toMatch(/damaged|could not be read/)
  })
})

onEachShell('What is being written', ({ launch }) => {
  it('is there when the page was closed in the middle of a word', async () => {
    const program = await launch()
    const { page } = program
    await program.openPage()
    await highlightWords(page, 1, words, '1')
    await expect(savedLine(page)).toBeShown()
    await writeNote(page, words, 'Not fini')
    await page.close({ runBeforeUnload: true })
    await expect.poll(notesOf(program, explainerId), patience).toEqual(['Not fini'])
  })
})

/** The damaged bytes are kept, and page and log say where. */
async function expectSetAside({ page, dataFolder, errorOutput }: Program, damaged: Buffer): Promise<void> {
  const folder = join(dataFolder, 'quarantine')
  await expect(page.getByRole('note').filter({ hasText: folder })).toBeShown()
  const [kept = '', ...others] = readdirSync(folder)
  expect(others).toEqual([])
  expect(readFileSync(join(folder, kept)).equals(damaged)).toBe(true)
  await expect(page.getByRole('note').filter({ hasText: join(folder, kept) })).toBeShown()
  expect(errorOutput()).toContain(join(folder, kept))
}

onEachShell('A damaged store', ({ launch, newFolder }) => {
  /** A data folder that a program has left, with a highlight in each pane and a look that was chosen. */
  let sound: string
  beforeAll(async () => {
    const program = await launch()
    sound = program.dataFolder
    await highlightWords(program.page, 1, words, '1')
    await highlightWords(program.page, 2, 'ill-wishers', '1')
    await savedLine(program.page).waitFor()
    await program.call('changeSettings', { textSize: 22, theme: 'dark' })
    await program.page.close()
    await program.stop()
  })

  function copySound(): string {
    const dataFolder = join(newFolder(), 'data')
    cpSync(sound, dataFolder, { recursive: true })
    return dataFolder
  }

  /** A copy of it with the store of the first article cut short. */
  function damageStore(): { dataFolder: string; damaged: Buffer } {
    const dataFolder = copySound()
    const store = join(dataFolder, 'annotations', `${explainerId}.json`)
    const damaged = readFileSync(store).subarray(0, -40)
    writeFileSync(store, damaged)
    return { dataFolder, damaged }
  }

  it('is set aside with all its bytes and named, and comes back from its backup with the other notes', async () => {
    const { dataFolder, damaged } = damageStore()
    const program = await launch({ dataFolder })
    await expectSetAside(program, damaged)
    await expect.poll(highlightedWords(program.page), patience).toEqual([words, 'ill-wishers'])
    expect(program.errorOutput()).toContain(join(dataFolder, 'backups', 'annotations', explainerId))
    await highlightWords(program.page, 1, 'new horizons', '1')
    await expect(savedLine(program.page)).toBeShown()
  })

  it('without a backup is set aside with all its bytes and named; the other notes are there', async () => {
    const { dataFolder, damaged } = damageStore()
    rmSync(join(dataFolder, 'backups'), { recursive: true })
    const program = await launch({ dataFolder })
    await expectSetAside(program, damaged)
    await expect.poll(highlightedWords(program.page), patience).toEqual(['ill-wishers'])
    await highlightWords(program.page, 1, words, '1')
    await expect(savedLine(program.page)).toBeShown()
  })

  it('of settings gives up what is junk and keeps the rest', async () => {
    const dataFolder = copySound()
    const path = join(dataFolder, 'settings.json')
    const junk = readFileSync(path, 'utf8').replace('"dark"', '"neon"').replace('{', '{"colour": 7,')
    writeFileSync(path, junk)

    const { page } = await launch({ dataFolder })
    await expect(
      page.getByRole('note').filter({ hasText: 'Some values in “settings” could not be used' }),
    ).toBeShown()
    const paragraph = articleIn(page, 1).locator('p').first()
    await expect
      .poll(() => paragraph.evaluate((element) => getComputedStyle(element).fontSize), patience)
      .toBe('22px')
    const [kept = ''] = readdirSync(join(dataFolder, 'quarantine'))
    expect(readFileSync(join(dataFolder, 'quarantine', kept), 'utf8')).toBe(junk)
  })
})

onEachShell('A data folder', ({ launch, newFolder }) => {
  it.skipIf(!hasWriteProtection)(
    'that cannot be written is read, with a banner, and nothing is written',
    async () => {
      const first = await launch()
      const { dataFolder } = first
      await highlightWords(first.page, 1, words, '1')
      await expect(savedLine(first.page)).toBeShown()
      await first.stop()
      const everybody = newFolder()
      setRights(join(dataFolder, '..'), { folders: 0o755, files: 0o444 })
      setRights(dataFolder, { folders: 0o555, files: 0o444 })
      const before = snapshotFolder(dataFolder)

      const programFolder = copyProgram(everybody, {})
      setRights(programFolder, { folders: 0o755, files: 0o644 })
      const { page, stop, errorOutput } = await launch({ dataFolder, programFolder, ...ordinaryUser })
      await expect(
        page.getByRole('note').filter({ hasText: 'the data folder cannot be written' }),
      ).toBeShown()
      await expect.poll(highlightedWords(page), patience).toEqual([words])
      await highlightWords(page, 1, 'new horizons', '1')
      await expect(cardOf(page, 'new horizons').getByText('Not saved')).toBeShown()
      expect(await saveStatus(page).innerText()).toBe('Read only: nothing is saved')
      // Told together, so that an end that is not clean says why.
      expect([await stop(), errorOutput()]).toEqual([cleanExit, expect.any(String)])
      expect(snapshotFolder(dataFolder)).toEqual(before)
      setRights(dataFolder, { folders: 0o755, files: 0o644 })
    },
  )

  it('that is a file ends the start with a message and code 1', async () => {
    const dataFolder = join(newFolder(), 'a-file')
    writeFileSync(dataFolder, 'not a folder')
    const refusal: unknown = await launch({ dataFolder }).catch((cause: unknown) => cause)
    expect(refusal).toBeInstanceOf(StartRefusal)
    expect(refusal).toMatchObject({ exitCode: 1, errorOutput: expect.stringContaining(dataFolder) })
    expect(refusal).toMatchObject({ errorOutput: expect.not.stringContaining('nobody foresaw') })
    expect(readFileSync(dataFolder, 'utf8')).toBe('not a folder')
  })

  it.skipIf(!hasWriteProtection)('that cannot be read ends the start with a message and code 1', async () => {
    const dataFolder = join(newFolder(), 'data')
    mkdirSync(dataFolder)
    setRights(join(dataFolder, '..'), { folders: 0o755, files: 0o644 })
    setRights(dataFolder, { folders: 0o000, files: 0o000 })
    const programFolder = copyProgram(newFolder(), {})
    setRights(programFolder, { folders: 0o755, files: 0o644 })
    const start = launch({ dataFolder, programFolder, ...ordinaryUser })
    const refusal: unknown = await start.catch((cause: unknown) => cause)
    setRights(dataFolder, { folders: 0o755, files: 0o644 })
    expect(refusal).toBeInstanceOf(StartRefusal)
    expect(refusal).toMatchObject({ exitCode: 1, errorOutput: expect.stringContaining(dataFolder) })
    expect(refusal).toMatchObject({ errorOutput: expect.not.stringContaining('nobody foresaw') })
  })
})
