// What only a desktop does: windows that come back where they were, one program for each data folder, an orderly end,
// and the data that it shares with browser mode.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { answerQuestions, readQuestions } from './answer-questions.ts'
import { copyProgram } from './copy-program.ts'
import { explainerId } from './corpus-titles.ts'
import { onEachShell } from './fixture.ts'
import { highlightWords, writeNote } from './highlight-words.ts'
import { launchLoopback } from './hosts/launch-loopback.ts'
import type { StandInProgram } from './hosts/launch-stand-in.ts'
import { demandStandIn } from './hosts/launch-stand-in.ts'
import { resultList, savedLine, searchField } from './page-parts.ts'
import { patience } from './patience.ts'
import { StartRefusal } from './program.ts'
import { notesOf } from './read-notes.ts'
import { desktopOwnShell } from './shells.ts'
import { snapshotStores } from './snapshot-folder.ts'

const words = 'boundless partnership'

/** What the program asked a new window to be. */
function readFirstOptions({ inHost }: StandInProgram): Promise<Record<string, unknown>> {
  return inHost(({ journal }) => {
    const entry = journal.find(({ name }) => name === 'new BrowserWindow')
    return JSON.parse(JSON.stringify(entry?.input[0] ?? {}))
  }, null)
}

onEachShell(
  'A window',
  // How a window stands is imagined in the stand-in, and what the program asked for is taken down.
  ({ launch, newFolder }) => {
    it('opens in the middle of the screen at first, with the ground of the page; others open beside it', async () => {
      const program = demandStandIn(await launch())
      expect(await readFirstOptions(program)).toMatchObject({
        x: 320,
        y: 104,
        width: 1280,
        height: 832,
        show: false,
        backgroundColor: '#f3f0ea',
      })
      const second = await program.openPage()
      expect(program.pages()).toHaveLength(2)
      await program.call('changeSettings', { theme: 'sepia' })
      for (const page of [program.page, second]) {
        await expect.poll(() => page.locator('html').getAttribute('data-theme'), patience).toBe('sepia')
      }
    })

    it('comes back where it was, maximised and full screen as it was, in the theme of the page', async () => {
      const first = demandStandIn(await launch())
      await first.call('changeSettings', { theme: 'dark' })
      await first.inElectron(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        window?.setBounds({ x: 40, y: 60, width: 1000, height: 700 })
        window?.maximize()
        window?.setFullScreen(true)
      }, null)
      expect(await first.stop()).toBe(0)

      const again = demandStandIn(await launch({ dataFolder: first.dataFolder }))
      expect(await readFirstOptions(again)).toMatchObject({
        x: 40,
        y: 60,
        width: 1000,
        height: 700,
        backgroundColor: '#181512',
      })
      const state = await again.inElectron(({ BrowserWindow, nativeTheme }) => {
        const [window] = BrowserWindow.getAllWindows()
        return [window?.isMaximized(), window?.isFullScreen(), nativeTheme.themeSource]
      }, null)
      expect(state).toEqual([true, true, 'dark'])
    })

    it('opens where it does at first when what is known of it is damaged, which is kept', async () => {
      const dataFolder = newFolder()
      writeFileSync(join(dataFolder, 'window.json'), '{"format": 1, "bounds": ')
      const program = demandStandIn(await launch({ dataFolder }))
      expect(await readFirstOptions(program)).toMatchObject({ width: 1280, height: 832 })
      expect(program.errorOutput()).toContain('the stored window could not be read')
      expect(readdirSync(join(dataFolder, 'quarantine'))).toHaveLength(1)
    })
  },
  [desktopOwnShell],
)

onEachShell(
  'The start of the desktop',
  ({ launch, newFolder }) => {
    afterEach(() => vi.unstubAllEnvs())

    it('is told in the file that the launcher has named, once the window can be seen', async () => {
      const file = join(newFolder(), 'shown')
      vi.stubEnv('BOOKWHEEL_SHOWN_FILE', file)
      const program = await launch()
      await expect.poll(() => existsSync(file), patience).toBe(true)
      expect(program.errorOutput()).toContain('the window is open')
    })

    it('on a data folder that is open already brings that window to the front, and ends', async () => {
      const first = demandStandIn(await launch())
      await first.inElectron(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize(), null)
      const refusal: unknown = await launch({ dataFolder: first.dataFolder }).catch((cause: unknown) => cause)
      expect(refusal).toBeInstanceOf(StartRefusal)
      expect(refusal).toMatchObject({ exitCode: 0, errorOutput: expect.stringContaining('is open already') })
      await expect
        .poll(
          () =>
            first.inHost(
              ({ journal }) => journal.map(({ name }) => name).filter((name) => /restore|focus/.test(name)),
              null,
            ),
          patience,
        )
        .toEqual(['window.restore', 'window.focus'])
      expect(await first.call('changeSettings', { textSize: 20 })).toMatchObject({ ok: true })
    })

    it('goes on without the search worker where that cannot start, and says so', async () => {
      const programFolder = copyProgram(newFolder(), {})
      const chunks = join(programFolder, 'out', 'main', 'chunks')
      const worker = readdirSync(chunks).filter((name) => name.startsWith('search-worker'))
      expect(worker).not.toEqual([])
      for (const name of worker) rmSync(join(chunks, name))
      const { page, errorOutput } = await launch({ programFolder })
      await searchField(page).fill('treaty')
      await expect(resultList(page).getByRole('listitem').first()).toBeShown()
      expect(errorOutput()).toContain('The search worker does not run; the search goes on in the main thread')
    })
  },
  [desktopOwnShell],
)

onEachShell(
  'The end of the desktop',
  ({ launch }) => {
    it('waits for what the page still sends while it goes, and leaves Chromium’s files apart from the reader’s', async () => {
      const { page, dataFolder, stop } = await launch()
      await highlightWords(page, 1, words, '1')
      await expect(savedLine(page)).toBeShown()
      await searchField(page).fill('three-way')
      expect(await stop()).toBe(0)
      const desk: unknown = JSON.parse(readFileSync(join(dataFolder, 'workspace.json'), 'utf8'))
      expect(desk).toMatchObject({ query: 'three-way' })
      const own = [
        'annotations',
        'backups',
        'chromium',
        'editions',
        'logs',
        'settings.json',
        'window.json',
        'workspace.json',
      ]
      expect(own).toEqual(expect.arrayContaining(readdirSync(dataFolder)))
      expect(readdirSync(join(dataFolder, 'chromium'))).toContain('Default')
    })

    it('comes with the last window, not before', async () => {
      const program = demandStandIn(await launch())
      const second = await program.openPage()
      await second.close({ runBeforeUnload: true })
      await expect.poll(() => program.pages().length, patience).toBe(1)
      expect(await program.call('readStatus', {})).toMatchObject({ ok: true })
      await program.page.close({ runBeforeUnload: true })
      expect(await program.ended).toBe(0)
    })

    it('is put off where the page has something unsaved, until the reader gives it up', async () => {
      const program = demandStandIn(await launch())
      // Stands for a note that could not be saved; a browser asks only where the reader has touched the page.
      await program.page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()))
      await searchField(program.page).click()
      await answerQuestions(program, 0)
      await program.inElectron(({ app }) => app.quit(), null)
      await expect.poll(() => readQuestions(program), patience).toHaveLength(1)
      expect((await readQuestions(program))[0]).toContain('Some of your changes could not be saved.')
      expect(await program.call('readStatus', {})).toMatchObject({ ok: true })

      await answerQuestions(program, 1)
      expect(await program.stop()).toBe(0)
    })
  },
  [desktopOwnShell],
)

onEachShell(
  'One data folder in both shells',
  ({ launch, newFolder }) => {
    it('holds the same notes: made in one they are there in the other', async () => {
      const desktop = await launch()
      const { dataFolder } = desktop
      await highlightWords(desktop.page, 1, words, 'n')
      await writeNote(desktop.page, words, 'From the desktop.')
      await expect(savedLine(desktop.page)).toBeShown()
      expect(await desktop.stop()).toBe(0)

      const browser = await launchLoopback({ dataFolder })
      try {
        await expect.poll(notesOf(browser, explainerId), patience).toEqual(['From the desktop.'])
        await highlightWords(browser.page, 1, 'new horizons', 'n')
        await writeNote(browser.page, 'new horizons', 'From the browser.')
        await expect
          .poll(notesOf(browser, explainerId), patience)
          .toEqual(['From the browser.', 'From the desktop.'])
        expect(await browser.stop()).toBe(0)
      } finally {
        await browser.dispose()
      }
      const again = await launch({ dataFolder })
      await expect
        .poll(notesOf(again, explainerId), patience)
        .toEqual(['From the browser.', 'From the desktop.'])
    })

    it('is only read, and nothing is written, while browser mode has it', async () => {
      const browser = await launchLoopback({ dataFolder: join(newFolder(), 'data') })
      try {
        await browser.call('changeSettings', { textSize: 20 })
        const before = snapshotStores(browser.dataFolder)
        const desktop = await launch({ dataFolder: browser.dataFolder })
        const banner = `another Bookwheel (process ${browser.processId}) has this data folder open`
        await expect(desktop.page.getByRole('note').filter({ hasText: banner })).toBeShown()
        expect(await desktop.stop()).toBe(0)
        expect(snapshotStores(browser.dataFolder)).toEqual(before)
      } finally {
        await browser.dispose()
      }
    })
  },
  [desktopOwnShell],
)

onEachShell(
  'The stand-in',
  ({ launch }) => {
    let program: StandInProgram

    beforeAll(async () => {
      program = demandStandIn(await launch())
    })

    it('fails loudly where the program uses something that it lacks', async () => {
      await expect(program.inElectron(({ app }) => app.getLocale(), null)).rejects.toThrow(
        "electron's app.getLocale is not implemented",
      )
      await expect(program.inElectron(({ clipboard }) => clipboard.readText(), null)).rejects.toThrow(
        "electron's electron.clipboard is not implemented",
      )
    })

    it('shows the menu’s own items, which do what they say', async () => {
      await program.inElectron(({ Menu }) => {
        Menu.getApplicationMenu()?.getMenuItemById('show-data-folder')?.click()
      }, null)
      const opened = await program.inHost(
        ({ journal }) => journal.filter(({ name }) => name === 'shell.openPath').map(({ input }) => input[0]),
        null,
      )
      expect(opened).toEqual([program.dataFolder])
    })

    it('offers the page’s commands in the menu, with the keys that the reader has chosen', async () => {
      await program.inElectron(({ Menu }) => {
        Menu.getApplicationMenu()?.getMenuItemById('search.library')?.click()
      }, null)
      await expect
        .poll(() => searchField(program.page).evaluate((field) => field === document.activeElement), patience)
        .toBe(true)
      await program.call('changeSettings', { keys: { 'search.library': ['F4'] } })
      const keys = await program.inElectron(
        ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('search.library')?.accelerator,
        null,
      )
      expect(keys).toBe('F4')
    })
  },
  [desktopOwnShell],
)
