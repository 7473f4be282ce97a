// Searching: as one types, by words, phrases, fields and dates, however a word is spelt.
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { articleFile, copyProgram } from './copy-program.ts'
import { titles } from './corpus-titles.ts'
import { patience } from './patience.ts'
import { onEachShell } from './fixture.ts'
import {
  articleIn,
  focusPane,
  libraryList,
  openButtons,
  paneOf,
  resultList,
  rowOf,
  searchField,
} from './page-parts.ts'
import { isInView, readPainting } from './read-painting.ts'
import { loopbackShell } from './shells.ts'

const russian = 'Договор о добрососедстве'
const dated = 'A letter of December'

const addedArticles = {
  'dogovor.md': articleFile({
    title: russian,
    date: '2026-02-05',
    language: 'ru',
    paragraphs: ['Стороны подтвердили стратегическое партнёрство и продлили договор.'],
  }),
  'december-letter.md': articleFile({
    title: dated,
    date: '2025-12',
    language: 'en',
    paragraphs: ["The strategic talks of that winter began in a café, at the archivist's desk."],
  }),
}

/** The titles of the results; `null` while no list of results stands. */
async function readResults(page: Page): Promise<Set<string> | null> {
  if ((await resultList(page).count()) === 0) return null
  return new Set(await openButtons(resultList(page)).allInnerTexts())
}

/** The words that are marked in one article's row. */
const markedWords = (page: Page, title: string): Promise<string[]> =>
  rowOf(resultList(page), title).locator('mark').allInnerTexts()

onEachShell('Search', ({ launch, newFolder }) => {
  let page: Page

  beforeAll(async () => {
    ;({ page } = await launch({ programFolder: copyProgram(newFolder(), addedArticles) }))
  })
  beforeEach(async () => {
    await searchField(page).fill('')
    await libraryList(page).waitFor()
  })

  const ask = (query: string): Promise<void> => searchField(page).fill(query)
  const results = (): Promise<Set<string> | null> => readResults(page)

  it('finds as one types, from the second letter on', async () => {
    await searchField(page).pressSequentially('b')
    await expect(page.getByText('Type two letters or more')).toBeShown()
    await searchField(page).pressSequentially('o')
    await expect.poll(results, patience).toContain(titles.explainer)
    await searchField(page).pressSequentially('undl')
    await expect.poll(results, patience).toEqual(new Set([titles.explainer]))
    expect(await markedWords(page, titles.explainer)).toEqual(['boundless'])
    await expect(page.getByText('1 of 7 articles')).toBeShown()
  })

  it('gives the library back when the field is emptied with Escape', async () => {
    await ask('boundless')
    await expect.poll(results, patience).toEqual(new Set([titles.explainer]))
    await searchField(page).press('Escape')
    await expect.poll(() => libraryList(page).getByRole('listitem').count(), patience).toBe(7)
  })

  it('says what to do when nothing is found', async () => {
    await ask('xylophone')
    await expect(page.getByText('No article matches')).toBeShown()
    await expect(page.getByText('Try fewer or shorter words')).toBeShown()
  })

  it('finds “Treaty” where a dash stands against it', async () => {
    await ask('treaty')
    await expect.poll(results, patience).toEqual(new Set([titles.newsAnalysis, titles.opinion]))
    expect(await markedWords(page, titles.newsAnalysis)).toContain('Treaty')
    expect(await markedWords(page, titles.opinion)).toEqual(['Treaty'])
  })

  it.each([
    ['"people\'s republic"', titles.wireReport, 'People’s'],
    ['"people’s republic"', titles.wireReport, 'People’s'],
    ['"archivist\'s desk"', dated, "archivist's"],
    ['"archivist’s desk"', dated, "archivist's"],
  ])('takes straight and curly apostrophes for one: %s', async (query, title, word) => {
    await ask(query)
    await expect.poll(results, patience).toEqual(new Set([title]))
    expect((await markedWords(page, title)).join(' ')).toContain(word)
  })

  it.each([
    ['neighbourhood', titles.newsAnalysis, 'Neighborhood'],
    ['neighborhood', titles.newsAnalysis, 'Neighborhood'],
    ['stabilising', titles.newsAnalysis, 'stabilizing'],
    ['stabilizing', titles.newsAnalysis, 'stabilising'],
    ['destabilize', titles.wireReport, 'destabilise'],
    ['defense', titles.explainer, 'defence'],
    ['organization', titles.explainer, 'Organisation'],
  ])('finds the other spelling: %s', async (query, title, word) => {
    await ask(query)
    await expect.poll(() => markedWords(page, title), patience).toContain(word)
  })

  it('finds a Cyrillic word, whatever its letters’ size', async () => {
    await ask('ДОГОВОР')
    await expect.poll(results, patience).toEqual(new Set([russian]))
    await ask('партнёр')
    await expect.poll(results, patience).toEqual(new Set([russian]))
  })

  it('finds a word without its accent', async () => {
    await ask('cafe')
    await expect.poll(results, patience).toEqual(new Set([dated]))
  })

  it('finds a phrase only where its words stand so', async () => {
    await ask('"new horizons"')
    await expect.poll(results, patience).toEqual(new Set([titles.explainer]))
    await ask('"horizons new"')
    await expect(page.getByText('No article matches')).toBeShown()
  })

  it('leaves out what a minus stands before', async () => {
    await ask('treaty -spring')
    await expect.poll(results, patience).toEqual(new Set([titles.newsAnalysis]))
  })

  it.each([
    ['title:spring', [titles.opinion]],
    ['source:reuters', [titles.wireReport]],
    ['author:rasulov', [titles.opinion]],
    ['tag:taiwan', [titles.wireReport]],
  ])('looks in one field: %s', async (query, found) => {
    await ask(query)
    await expect.poll(results, patience).toEqual(new Set(found))
  })

  it('bounds by date and says how many undated articles that left out', async () => {
    await ask('after:2025')
    await expect.poll(results, patience).toEqual(new Set([russian]))
    await expect(page.getByText('5 undated articles were left out; date:none finds them.')).toBeShown()
    await ask('strategic before:2026-01')
    await expect.poll(results, patience).toEqual(new Set([dated]))
    await expect(page.getByText(/\d undated articles were left out/)).toBeShown()
    await ask('date:none')
    await expect.poll(results, patience).toEqual(new Set(Object.values(titles)))
    expect(await page.getByText(/left out/).count()).toBe(0)
  })

  it.each([
    ['treaty "new', 'The quotation mark at character 8 is not closed.'],
    ['treaty outlet:reuters', '“outlet” at character 8 is not a field.'],
    ['treaty before:soon', '“soon” at character 15 is not a date.'],
    ['treaty title:', 'Something is missing after “title:” at character 8.'],
    ['treaty ""', 'There is nothing between the quotation marks at character 8.'],
  ])('says where and why it cannot read %s, and keeps the results in sight', async (query, reason) => {
    const before = [titles.newsAnalysis, titles.opinion]
    await ask('treaty')
    await expect.poll(results, patience).toEqual(new Set(before))
    await ask(query)
    await expect(page.getByRole('alert').filter({ hasText: reason })).toBeShown()
    expect(await results()).toEqual(new Set(before))
    expect(await searchField(page).getAttribute('aria-invalid')).toBe('true')
  })

  it('refuses a query of 10,000 characters in words, and goes on', async () => {
    await ask('treaty')
    await expect.poll(results, patience).toEqual(new Set([titles.newsAnalysis, titles.opinion]))
    await ask('treaty '.repeat(1429).slice(0, 10_000))
    await expect(page.getByRole('alert').filter({ hasText: 'This query is too long' })).toBeShown()
    await ask('boundless')
    await expect.poll(results, patience).toEqual(new Set([titles.explainer]))
  })
})

onEachShell('Matches of a search', ({ launch }) => {
  let page: Page
  beforeAll(async () => {
    ;({ page } = await launch())
  })

  it('are gone through with F3 and Shift+F3, round at the ends', async () => {
    await searchField(page).fill('taiwan')
    await expect(rowOf(resultList(page), titles.wireReport)).toBeShown()
    await focusPane(page, 2)
    const count = paneOf(page, 2).getByText(/^\d+ (of \d+|match(es)?)$/)
    await expect.poll(() => count.innerText(), patience).toBe('3 matches')
    const seen: string[] = []
    for (const key of ['F3', 'F3', 'F3', 'F3', 'Shift+F3']) {
      await page.keyboard.press(key)
      await expect.poll(() => count.innerText(), patience).not.toBe(seen.at(-1) ?? '3 matches')
      seen.push(await count.innerText())
    }
    expect(seen).toEqual(['1 of 3', '2 of 3', '3 of 3', '1 of 3', '3 of 3'])
    expect(await readPainting(page, 'current-match')).toEqual([
      { paint: 'current-match', pane: 'Pane 2', words: 'Taiwan' },
    ])
  })

  it('are brought into view when a result is opened', async () => {
    await focusPane(page, 1)
    await searchField(page).fill('slutsky')
    await expect(rowOf(resultList(page), titles.newsAnalysis)).toBeShown()
    await searchField(page).press('Enter')
    const paragraph = articleIn(page, 1).getByText('Leonid Slutsky')
    await expect.poll(() => isInView(paragraph), patience).toBe(true)
  })
})

onEachShell(
  'Answers that are slow to come',
  // Answers can be held back where requests go over HTTP; the page’s order is the same on every shell.
  ({ launch }) => {
    it('are never shown after the answer to a later query', async () => {
      const { page } = await launch()
      const results = (): Promise<Set<string> | null> => readResults(page)
      const held: (() => void)[] = []
      let typing = true
      await page.route('**/api/call/search', async (route) => {
        if (typing) await new Promise<void>((release) => held.push(release))
        await route.continue()
      })
      await searchField(page).pressSequentially('treaty')
      await expect.poll(() => held.length, patience).toBeGreaterThan(0)
      typing = false
      for (const release of held.toReversed()) release()
      await expect.poll(results, patience).toEqual(new Set([titles.newsAnalysis, titles.opinion]))
      await searchField(page).pressSequentially(' -spring')
      await expect.poll(results, patience).toEqual(new Set([titles.newsAnalysis]))
      await page.unrouteAll({ behavior: 'wait' })
    })
  },
  [loopbackShell],
)
