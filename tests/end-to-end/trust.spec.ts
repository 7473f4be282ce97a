// What makes the program one to trust: its logs hold nothing of the reader's, what is shipped names no address, and an
// update under a running program is told in words.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { articleFile, copyProgram } from './copy-program.ts'
import { onEachShell } from './fixture.ts'
import { highlightWords, writeNote } from './highlight-words.ts'
import { articleIn, libraryList, openButton, resultList, savedLine, searchField } from './page-parts.ts'
import './patience.ts'
import type { Program } from './program.ts'
import { findReporting, findUnnamedAddresses, readShippedFiles } from './read-shipped-code.ts'

/** A word that stands in articles, notes and queries, and nowhere in the program. */
const marker = 'quagglefritz'

/** Words of the article that the tour highlights. */
const markedWords = `seen the ${marker} yet`

const marked = articleFile({
  title: `All about the ${marker}`,
  date: '2026',
  language: 'en',
  paragraphs: [`Nobody has seen the ${marker} yet.`, `The ${marker} has not seen anybody.`],
})

/** Articles that cannot be read, each for another reason, and each with the word where the fault is. */
const broken = {
  'broken-date.md': marked.replace('date: 2026', `date: ${marker}`),
  'broken-key.md': marked.replace('note:', `${marker}: x\nnote:`),
  'broken-tag.md': marked.replace('note:', `note: !${marker} x`),
  'broken-list.md': marked.replace('tags: []', `tags: [${marker}`),
  'broken-alias.md': marked.replace('note:', `note: *${marker}`),
  'broken-head.md': `no front matter but a ${marker}`,
}

/** Everything in the folder of the log, and how many files it is. */
function readLogs(dataFolder: string): { text: string; count: number } {
  const folder = join(dataFolder, 'logs')
  const names = readdirSync(folder)
  return { text: names.map((name) => readFileSync(join(folder, name), 'utf8')).join(''), count: names.length }
}

/** Reads, searches, highlights, writes, and sends what no page would send. */
async function tour({ page, call }: Program): Promise<void> {
  await openButton(libraryList(page), `All about the ${marker}`).click()
  await expect(articleIn(page, 1).or(articleIn(page, 2)).filter({ hasText: marker })).toBeShown()
  await searchField(page).fill(marker)
  await expect(resultList(page)).toBeShown()
  await searchField(page).fill(`"${marker}`)
  await expect(page.getByRole('alert')).toBeShown()
  await searchField(page).fill('')
  const pane = (await articleIn(page, 1).filter({ hasText: marker }).count()) > 0 ? 1 : 2
  await highlightWords(page, pane, markedWords, 'n')
  await writeNote(page, markedWords, `My own ${marker}.`)
  await expect(savedLine(page)).toBeShown()
  for (const input of [
    marker,
    { [marker]: marker },
    { query: marker, limit: marker },
    { articleId: marker },
  ]) {
    for (const operation of ['search', 'saveAnnotation', 'readArticle', 'changeSettings'] as const) {
      await call(operation, input)
    }
  }
}

// One program: the update comes when the tour is done.
onEachShell('A program', ({ launch, newFolder, expectFaults }) => {
  let program: Program
  let programFolder: string

  beforeAll(async () => {
    programFolder = copyProgram(newFolder(), { 'marked.md': marked, ...broken })
    const dataFolder = join(newFolder(), 'data')
    mkdirSync(join(dataFolder, 'annotations'), { recursive: true })
    // A store that is damaged where the reader's words stand.
    writeFileSync(join(dataFolder, 'annotations', 'marked.json'), `{"format":1,"notes":["${marker}`)
    program = await launch({ programFolder, dataFolder })
  })

  it('keeps its log in the data folder, and nothing of notes, articles and queries in it', async () => {
    await tour(program)
    const { text, count } = readLogs(program.dataFolder)
    expect(count).toBe(1)
    for (const name of Object.keys(broken)) expect(text).toContain(name)
    expect(text).toContain('the stored annotations/marked could not be read')
    expect(text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z /)
    expect(text).not.toContain(marker)
    expect(program.errorOutput()).not.toContain(marker)
  })

  it('that is updated while it runs says so at the next reload, and goes on saving until then', async () => {
    const { page } = program
    const pagePath = join(programFolder, 'out', 'renderer', 'index.html')
    const updated = readFileSync(pagePath, 'utf8').replaceAll(/index-[\w-]+\./g, 'index-of-the-next-version.')
    rmSync(join(programFolder, 'out', 'renderer', 'assets'), { recursive: true })
    writeFileSync(pagePath, updated)
    await writeNote(page, markedWords, 'Written on the old page.')
    await expect(savedLine(page)).toBeShown()

    expectFaults(/503/, /icon|favicon|404/)
    await page.reload()
    await expect(
      page.getByRole('heading', { name: 'Bookwheel was updated while it was running' }),
    ).toBeShown()
    await expect(page.getByText('Close Bookwheel and start it again')).toBeShown()
  })
})

describe('What is shipped', () => {
  const files = readShippedFiles()

  it('names no address but those that nobody connects to', () => {
    expect(
      files.flatMap((file) => findUnnamedAddresses(file).map((found) => `${file.path}: ${found}`)),
    ).toEqual([])
    // A reader of strings that finds none would find nothing wrong either.
    const strange = { path: 'x.js', text: 'const a = "https://example.org/collect"' }
    expect(findUnnamedAddresses(strange)).toEqual(['https://example.org/collect'])
    expect(files.length).toBeGreaterThan(5)
  })

  it('holds nothing that reports crashes, counts users, fetches updates or opens connections of its own', () => {
    expect(files.filter((file) => findReporting(file) !== null).map(({ path }) => path)).toEqual([])
    expect(findReporting({ path: 'x.js', text: 'navigator.sendBeacon(a)' })).toBe('sendBeacon')
  })
})
