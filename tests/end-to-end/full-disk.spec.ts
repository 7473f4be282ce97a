// A disk that runs full under the program: said clearly, nothing lost, and all saved once there is room.
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { mountSmallDisk } from '../electron/storage/small-disk.ts'
import { explainerId } from './corpus-titles.ts'
import { onEachShell } from './fixture.ts'
import { highlightWords, writeNote } from './highlight-words.ts'
import { cardOf, savedLine, saveStatus } from './page-parts.ts'
import { patience } from './patience.ts'
import { notesOf } from './read-notes.ts'
import { highlightedWords } from './read-painting.ts'

const words = 'boundless partnership'

onEachShell('A full disk', ({ launch }) => {
  it('keeps what was written on the page, and has it saved once there is room', async (context) => {
    // Chromium's own files lie there too.
    const disk = mountSmallDisk('96m')
    if (disk === null) return context.skip('no small disk can be mounted here')
    const dataFolder = join(disk.folder, 'data')
    const program = await launch({ dataFolder })
    const { page } = program
    await highlightWords(page, 1, 'new horizons', '1')
    await expect(savedLine(page)).toBeShown()

    disk.fillUpTo(0)
    await highlightWords(page, 1, words, 'n')
    await writeNote(page, words, 'Typed on a full disk.')
    const card = cardOf(page, words)
    await expect(card.getByText('Not saved')).toBeShown()
    const banner = page.getByRole('alert').filter({ hasText: 'The disk is full' })
    await expect(banner).toBeShown()
    expect(await saveStatus(page).innerText()).toBe('Not everything is saved')
    expect(await card.getByRole('textbox').inputValue()).toBe('Typed on a full disk.')
    expect(await program.call('listAnnotations', { articleId: explainerId })).toMatchObject({
      ok: true,
      value: [{ anchor: { exact: 'new horizons' } }],
    })

    disk.makeRoom()
    await banner.getByRole('button', { name: 'Try again' }).click()
    await expect(savedLine(page)).toBeShown()
    expect(await banner.count()).toBe(0)
    await program.kill()

    const again = await launch({ dataFolder })
    await expect.poll(highlightedWords(again.page), patience).toEqual(expect.arrayContaining([words]))
    await expect.poll(notesOf(again, explainerId), patience).toContain('Typed on a full disk.')
    await again.stop()
  })
})
