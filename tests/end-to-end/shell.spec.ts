// The program as a command: its output, its options, its end, and what it says of wrong input of every kind.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { articleFile, copyProgram } from './copy-program.ts'
import { titles } from './corpus-titles.ts'
import { patience } from './patience.ts'
import { onEachShell } from './fixture.ts'
import { loopbackArguments } from './hosts/launch-loopback.ts'
import { projectFolder } from './hosts/program-folder.ts'
import type { ProcessEnd, RunningProcess } from './hosts/run-process.ts'
import { runProcess } from './hosts/run-process.ts'
import { articleIn, libraryList, openButtons, paneOf } from './page-parts.ts'
import type { Program } from './program.ts'
import { loopbackShell } from './shells.ts'

const entry = join(projectFolder, 'out', 'main', 'loopback.js')

/** Runs the command with these options until it ends by itself. */
const runToEnd = (...options: readonly string[]): Promise<ProcessEnd> =>
  runProcess({ args: [entry, ...options] }).ended

async function startOn(dataFolder: string): Promise<RunningProcess> {
  const command = runProcess({ args: loopbackArguments(projectFolder, dataFolder) })
  await command.firstLine
  return command
}

onEachShell(
  'The command',
  // Its line of output, ports and signals are the loopback shell’s own.
  ({ newFolder }) => {
    // Windows cannot ask a process to stop, only end it.
    it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
      'prints its address and nothing else, and stops in order at %s',
      async (signal) => {
        const dataFolder = newFolder()
        const command = await startOn(dataFolder)
        const wasLocked = existsSync(join(dataFolder, 'bookwheel.lock'))
        command.signal(signal)
        const { exitCode, output } = await command.ended
        expect(wasLocked).toBe(true)
        expect(exitCode).toBe(0)
        expect(output).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]{43}\n$/)
        expect(existsSync(join(dataFolder, 'bookwheel.lock'))).toBe(false)
      },
    )

    it('ends with a message and code 1 where the port is in use', async () => {
      const first = await startOn(newFolder())
      onTestFinished(async () => {
        first.signal('SIGKILL')
        await first.ended
      })
      const { origin, port } = new URL(await first.firstLine)
      const end = await runToEnd('--no-open', '--port', port, '--data', newFolder())
      expect(end).toMatchObject({ exitCode: 1, output: '' })
      expect(end.errorOutput).toContain(`port ${port} is in use`)
      expect((await fetch(origin)).status).toBe(200)
    })

    it('says how it is used, and which version it is', async () => {
      const help = await runToEnd('--help')
      expect(help).toMatchObject({ exitCode: 0, errorOutput: '' })
      for (const option of ['--port', '--data', '--no-open', '--version']) {
        expect(help.output).toContain(option)
      }
      const { version }: { version: string } = JSON.parse(
        readFileSync(join(projectFolder, 'package.json'), 'utf8'),
      )
      expect(await runToEnd('--version')).toMatchObject({ exitCode: 0, output: `${version}\n` })
    })

    it.each([
      { option: '--loud', named: '--loud' },
      { option: '--port=seven', named: '"seven"' },
      { option: '--port=70000', named: '"70000"' },
      { option: '--data=', named: '--data' },
      { option: 'stray', named: 'stray' },
    ])('refuses $option with a message and code 2', async ({ option, named }) => {
      const end = await runToEnd('--no-open', option)
      expect(end).toMatchObject({ exitCode: 2, output: '' })
      expect(end.errorOutput).toContain(named)
      expect(end.errorOutput).toContain('--help')
    })
  },
  [loopbackShell],
)

onEachShell(
  'The page’s key',
  // Only the loopback shell has one: everybody on the machine can reach its port.
  ({ launch, expectFaults }) => {
    let page: Page
    beforeAll(async () => {
      ;({ page } = await launch())
    })

    it('leaves the address at once, and serves for a reload', async () => {
      expect(page.url()).not.toContain('#')
      await page.reload()
      await expect(libraryList(page)).toBeShown()
      expect(page.url()).not.toContain('#')
    })

    it('is asked for where it is missing, in words', async () => {
      expectFaults(/401/)
      const stranger = await page.context().newPage()
      await stranger.goto(page.url())
      await expect(stranger.getByText('This page has no key to Bookwheel')).toBeShown()
      await expect(stranger.getByText('Open the address that Bookwheel printed when it started')).toBeShown()
      expect(await stranger.getByRole('article').count()).toBe(0)
    })
  },
  [loopbackShell],
)

onEachShell('Wrong input', ({ launch, newFolder }) => {
  const turtles = articleFile({
    title: 'Turtles',
    date: '2026',
    language: 'en',
    paragraphs: ['One turtle 🐢 and no more.'],
  })
  const broken = turtles.replace('date: 2026', 'date: yesterday')
  let program: Program

  beforeAll(async () => {
    const added = { 'turtles.md': turtles, 'broken.md': broken }
    program = await launch({ programFolder: copyProgram(newFolder(), added) })
  })

  it('in one article’s file is reported by file and field, and the others load', async () => {
    const { page } = program
    expect(await openButtons(libraryList(page)).allInnerTexts()).toEqual(
      expect.arrayContaining([...Object.values(titles), 'Turtles']),
    )
    expect(await openButtons(libraryList(page)).count()).toBe(6)
    await page.getByText('1 problem: a file was left out').click()
    await expect(page.getByText(/^broken\.md, account\.date: /)).toBeShown()
    expect(program.errorOutput()).toMatch(/broken\.md.*account\.date/)
  })

  it('in the stored desk is shown in its pane, and the others open', async () => {
    await program.call('saveWorkspace', {
      panes: [{ articleId: 'no-such-article' }, { articleId: 'turtles' }],
    })
    const page = await program.openPage()
    await expect(
      paneOf(page, 1).getByText('There is no article “no-such-article” in the library'),
    ).toBeShown()
    await expect(articleIn(page, 2).getByText('One turtle')).toBeShown()
    await page.close()
  })

  const id = '8d0f7a5e-58a6-4bb5-a8e5-3bd2b1a9c0de'
  const length = 'One turtle 🐢 and no more.'.length

  it.each([
    [
      { start: 0, end: length + 1 },
      { code: 'invalid-range', problem: 'out-of-range', length },
    ],
    [
      { start: -1, end: 3 },
      { code: 'invalid-range', problem: 'out-of-range' },
    ],
    [
      { start: 5, end: 5 },
      { code: 'invalid-range', problem: 'empty' },
    ],
    [
      { start: 12, end: 15 },
      { code: 'invalid-range', problem: 'inside-surrogate-pair' },
    ],
    [
      { start: 0, end: 12 },
      { code: 'invalid-range', problem: 'inside-surrogate-pair' },
    ],
    [{ contentHash: '0'.repeat(64) }, { code: 'article-changed' }],
    [{ articleId: 'no-such-article' }, { code: 'article-not-found' }],
    [{ articleId: '../settings' }, { code: 'invalid-input' }],
    [{ colour: 'mauve' }, { code: 'invalid-input' }],
    [{ start: 0.5 }, { code: 'invalid-input' }],
    [{ id: 'x' }, { code: 'invalid-input' }],
    [{ revision: 7 }, { code: 'annotation-not-found' }],
    [{ note: 'n'.repeat(100_001) }, { code: 'invalid-input' }],
  ])('for a highlight is refused with its reason, and nothing is stored: %j', async (wrong, error) => {
    const article = await program.call('readArticle', { articleId: 'turtles' })
    const right = {
      id,
      articleId: 'turtles',
      revision: 0,
      contentHash: readContentHash(article),
      start: 0,
      end: 3,
      colour: 'yellow',
      note: '',
    }
    const answer = await program.call('saveAnnotation', { ...right, ...wrong })
    expect(answer).toMatchObject({ ok: false, error })
    const stores = join(program.dataFolder, 'annotations')
    expect(existsSync(stores) ? readdirSync(stores) : []).toEqual([])
  })

  it('never reaches the page as a failure of its own', async () => {
    await expect.poll(() => program.call('readStatus', {}), patience).toMatchObject({ ok: true })
    expect(program.errorOutput()).not.toContain('reference')
  })
})

function readContentHash(answer: unknown): string {
  const text = JSON.stringify(answer)
  return /"contentHash":"([0-9a-f]{64})"/.exec(text)?.[1] ?? ''
}
