// One data folder, several pages and programs: nobody's words are lost, whoever writes, and whoever goes.
import { EventEmitter, once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { explainerId } from './corpus-titles.ts'
import { onEachShell } from './fixture.ts'
import { highlightWords, writeNote } from './highlight-words.ts'
import { loopbackArguments } from './hosts/launch-loopback.ts'
import { testedProgram } from './hosts/program-folder.ts'
import { runProcess } from './hosts/run-process.ts'
import { articleIn, cardOf, noteField, savedLine, searchField } from './page-parts.ts'
import { patience } from './patience.ts'
import type { Program } from './program.ts'
import { cleanExit } from './program.ts'
import { notesOf } from './read-notes.ts'
import { highlightedWords } from './read-painting.ts'
import { loopbackShell } from './shells.ts'
import { snapshotStores } from './snapshot-folder.ts'

const words = 'boundless partnership'

onEachShell(
  'A second program on the same data',
  // The desktop brings its first window forward instead of starting twice.
  ({ launch }) => {
    it('reads only and names the first, which goes on unharmed', async () => {
      const first = await launch()
      await highlightWords(first.page, 1, words, '1')
      await expect(savedLine(first.page)).toBeShown()
      // The text that a first highlight hangs on is kept after the highlight itself has been said to be saved.
      const keptText = `editions/${explainerId}.json`
      await expect.poll(() => Object.keys(snapshotStores(first.dataFolder)), patience).toContain(keptText)
      const before = snapshotStores(first.dataFolder)

      const second = await launch({ dataFolder: first.dataFolder })
      const banner = `another Bookwheel (process ${first.processId}) has this data folder open`
      await expect(second.page.getByRole('note').filter({ hasText: banner })).toBeShown()
      await expect.poll(highlightedWords(second.page), patience).toEqual([words])
      await highlightWords(second.page, 1, 'new horizons', '1')
      await expect(cardOf(second.page, 'new horizons').getByText('Not saved')).toBeShown()
      expect(await second.stop()).toBe(cleanExit)
      expect(snapshotStores(first.dataFolder)).toEqual(before)
      expect(existsSync(join(first.dataFolder, 'bookwheel.lock'))).toBe(true)

      await highlightWords(first.page, 1, 'three-way talks', 'n')
      await writeNote(first.page, 'three-way talks', 'Still here.')
      await expect.poll(notesOf(first, explainerId), patience).toEqual(['', 'Still here.'])
    })
  },
  [loopbackShell],
)

onEachShell(
  'A note that two pages write at once',
  // Holding a request back, so that the two meet for certain, works over HTTP only.
  ({ launch }) => {
    let program: Program
    let other: Page

    beforeAll(async () => {
      program = await launch()
      other = await program.openPage()
    })

    /** Writes “mine” on the first page and `theirs` on the other, so that the first is told of a conflict. */
    async function collide(quote: string, actOnOther: () => Promise<void>): Promise<void> {
      const { page } = program
      await highlightWords(page, 1, quote, '1')
      await expect.poll(() => cardOf(other, quote).count(), patience).toBe(1)
      const gate = new EventEmitter()
      const opened = once(gate, 'open')
      await page.route('**/api/call/saveAnnotation', async (route) => {
        await opened
        await route.continue()
      })
      const request = page.waitForRequest('**/api/call/saveAnnotation')
      await writeNote(page, quote, 'mine')
      await request
      await actOnOther()
      gate.emit('open')
      await page.unrouteAll({ behavior: 'wait' })
      await expect(cardOf(page, quote).getByRole('group', { name: 'Two versions of this note' })).toBeShown()
    }

    async function writeTheirs(quote: string): Promise<void> {
      await writeNote(other, quote, 'theirs')
      await expect(cardOf(other, quote).getByText('Saved')).toBeShown()
    }

    it.each([
      { way: 'Keep mine', quote: 'new horizons', note: 'mine' },
      { way: 'Take the other', quote: words, note: 'theirs' },
      { way: 'Keep both', quote: 'three-way talks', note: 'theirs\n\nmine' },
    ])('shows both texts and lets the reader choose: $way', async ({ way, quote, note }) => {
      const { page } = program
      await collide(quote, () => writeTheirs(quote))
      const card = cardOf(page, quote)
      expect(await card.getByText('mine', { exact: true }).count()).toBe(1)
      expect(await card.getByText('theirs', { exact: true }).count()).toBe(1)
      await card.getByRole('button', { name: way }).click()
      for (const shown of [page, other]) {
        await expect.poll(() => noteField(shown, quote).inputValue(), patience).toBe(note)
      }
      const stored = { value: expect.arrayContaining([expect.objectContaining({ note })]) }
      await expect
        .poll(() => program.call('listAnnotations', { articleId: explainerId }), patience)
        .toMatchObject(stored)
    })

    it('is kept where the other page deleted it', async () => {
      const { page } = program
      const quote = 'official neutrality'
      await collide(quote, async () => {
        await cardOf(other, quote).getByRole('button', { name: quote }).click()
        await cardOf(other, quote).getByRole('button', { name: 'Delete highlight and note' }).click()
        await expect(other.getByText('Highlight deleted')).toBeShown()
      })
      await expect(cardOf(page, quote).getByText('was deleted in another window')).toBeShown()
      await cardOf(page, quote).getByRole('button', { name: 'Keep mine' }).click()
      await expect.poll(() => cardOf(other, quote).count(), patience).toBe(1)
      await expect.poll(() => cardOf(page, quote).getByText('Saved').count(), patience).toBe(1)
    })
  },
  [loopbackShell],
)

onEachShell(
  'A page whose program does not answer',
  // On the desktop a page goes with its program, and a window asks in the system's own way.
  ({ launch, expectFaults }) => {
    // Windows cannot hold a process still.
    it.skipIf(process.platform === 'win32')(
      'does not close on words that it has not handed over',
      async () => {
        const program = await launch()
        const { page, processId } = program
        // Before the program is held still it must have told the page what there is to read.
        await expect(articleIn(page, 1)).toBeShown()
        process.kill(processId, 'SIGSTOP')
        await highlightWords(page, 1, words, 'n')
        await writeNote(page, words, 'On its way')
        const asked = page.waitForEvent('dialog')
        await page.close({ runBeforeUnload: true })
        const question = await asked
        expect(question.type()).toBe('beforeunload')
        await question.dismiss()
        process.kill(processId, 'SIGCONT')
        await expect.poll(notesOf(program, explainerId), patience).toEqual(['On its way'])
        await expect(savedLine(page)).toBeShown()
      },
    )

    it('says so, hands over what is not saved, and saves it with the key of the next run', async () => {
      expectFaults(/401/)
      const program = await launch()
      const { page } = program
      await page.context().grantPermissions(['clipboard-write'])
      await highlightWords(page, 1, words, '1')
      await expect(savedLine(page)).toBeShown()
      await program.kill()
      await writeNote(page, words, 'Typed after the end.')
      const banner = page.getByRole('alert').filter({ hasText: 'Bookwheel has stopped or cannot be reached' })
      await expect(banner.getByText('One change is not saved yet')).toBeShown()
      await banner.getByRole('button', { name: 'Copy unsaved text' }).click()
      await expect(banner.getByRole('button', { name: 'Copied' })).toBeShown()
      await searchField(page).press('ControlOrMeta+V')
      expect(await searchField(page).inputValue()).toMatch(/“boundless partnership”.*Typed after the end\./)

      const { dataFolder } = program
      const port = Number(new URL(page.url()).port)
      const next = runProcess({ args: loopbackArguments(testedProgram, dataFolder, port) })
      try {
        const address = await next.firstLine
        const denied = page.getByRole('alert').filter({ hasText: 'was started anew' })
        await expect(denied).toBeShown()
        // Only the fragment is another one: the page stays, and what stands on it.
        await page.goto(address)
        await expect(savedLine(page)).toBeShown()
        expect(await denied.count()).toBe(0)
        const stored = readFileSync(join(dataFolder, 'annotations', `${explainerId}.json`), 'utf8')
        expect(stored).toContain('Typed after the end.')
      } finally {
        // Before its data folder is taken away.
        next.signal('SIGKILL')
        await next.ended
      }
    })

    it('saves what was written meanwhile when the program is back', async () => {
      expectFaults(/ERR_FAILED/)
      const program = await launch()
      const { page } = program
      const cutOff = ['**/api/events', '**/api/call/saveAnnotation']
      for (const address of cutOff) await page.route(address, (route) => route.abort())
      await page.reload()
      const banner = page.getByRole('alert').filter({ hasText: 'Bookwheel has stopped or cannot be reached' })
      await expect(banner).toBeShown()
      await highlightWords(page, 1, words, 'n')
      await writeNote(page, words, 'Typed in between.')
      await expect(banner.getByText('One change is not saved yet')).toBeShown()
      for (const address of cutOff) await page.unroute(address)
      await expect.poll(() => banner.count(), patience).toBe(0)
      await expect.poll(notesOf(program, explainerId), patience).toEqual(['Typed in between.'])
      await expect(savedLine(page)).toBeShown()
    })
  },
  [loopbackShell],
)
