// What a desktop does when a page fails, and where a page would lead its reader out of the program.
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { answerQuestions, readQuestions } from './answer-questions.ts'
import { onEachShell } from './fixture.ts'
import { highlightWords, writeNote } from './highlight-words.ts'
import type { StandInProgram } from './hosts/launch-stand-in.ts'
import { demandStandIn } from './hosts/launch-stand-in.ts'
import { cardOf, savedLine, searchField } from './page-parts.ts'
import { patience } from './patience.ts'
import { highlightedWords } from './read-painting.ts'
import { desktopOwnShell } from './shells.ts'

const words = 'boundless partnership'

/** Ends the process of a page, as a fault of its own would. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  // Never answered: there is nobody left to do so.
  session.send('Page.crash').catch(() => undefined)
}

/** Clicks a link that the page has just been given. */
function clickLink(page: Page, address: string, target: string): Promise<void> {
  return page.evaluate(
    ([href, name]) => {
      const link = Object.assign(document.createElement('a'), { href, target: name })
      document.body.append(link)
      link.click()
      link.remove()
    },
    [address, target] as const,
  )
}

/** What the system was asked to open. */
function readOpened({ inHost }: StandInProgram): Promise<unknown[]> {
  return inHost(
    ({ journal }) => journal.filter(({ name }) => name === 'shell.openExternal').map(({ input }) => input[0]),
    null,
  )
}

onEachShell(
  'A page that fails',
  ({ launch, expectFaults }) => {
    it('is loaded again after a crash, with all that was saved', async () => {
      expectFaults(/the page crashed/)
      const program = demandStandIn(await launch())
      await highlightWords(program.page, 1, words, 'n')
      await writeNote(program.page, words, 'Since when?')
      await expect(savedLine(program.page)).toBeShown()
      await answerQuestions(program, 0)
      const next = program.page.context().waitForEvent('page')
      await crash(program.page)
      const page = await next
      await expect.poll(highlightedWords(page), patience).toEqual([words])
      await expect(cardOf(page, words)).toBeShown()
      expect(await readQuestions(program)).toEqual([expect.stringContaining('The page has stopped working.')])
      expect(program.errorOutput()).toContain("the page's process ended: crashed")
    })

    it('takes its window along after a crash where the reader wants it closed', async () => {
      expectFaults(/the page crashed/)
      const program = demandStandIn(await launch())
      await answerQuestions(program, 1)
      await crash(program.page)
      expect(await program.ended).toBe(0)
    })

    it('is waited for while it hangs, or loaded again, as the reader likes', async () => {
      expectFaults(/the page crashed/)
      const program = demandStandIn(await launch())
      const hang = (): Promise<unknown> =>
        program.inElectron(
          ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'),
          null,
        )
      await answerQuestions(program, 0)
      await hang()
      await expect.poll(() => readQuestions(program), patience).toHaveLength(1)
      expect(await program.call('readStatus', {})).toMatchObject({ ok: true })

      await answerQuestions(program, 1)
      const next = program.page.context().waitForEvent('page')
      await hang()
      await expect(searchField(await next)).toBeShown()
      expect(await readQuestions(program)).toEqual([expect.stringContaining('The page does not answer.')])
    })
  },
  [desktopOwnShell],
)

onEachShell(
  'A link',
  ({ launch, expectFaults }) => {
    let program: StandInProgram

    beforeAll(async () => {
      program = demandStandIn(await launch())
    })
    beforeEach(() => expectFaults(/request off the program/, /blocked|ERR_/i))

    it.each(['_self', '_blank'])('is shown, and opened by the system after a yes (%s)', async (target) => {
      const address = `https://example.org/page?target=${target}`
      await answerQuestions(program, 1)
      await clickLink(program.page, address, target)
      await expect.poll(async () => (await readOpened(program)).at(-1), patience).toBe(address)
      expect(await readQuestions(program)).toEqual([expect.stringContaining(address)])
      await expect(searchField(program.page)).toBeShown()
      // Beside the page there is only the one that Chromium itself begins with.
      await expect.poll(() => program.page.context().pages().length, patience).toBe(2)
    })

    it('is not opened after a no', async () => {
      const before = await readOpened(program)
      await answerQuestions(program, 0)
      await clickLink(program.page, 'https://example.org/no', '_self')
      await expect.poll(() => readQuestions(program), patience).toHaveLength(1)
      expect(await readOpened(program)).toEqual(before)
    })
  },
  [desktopOwnShell],
)
