// The main job from end to end: find, read side by side, keep what matters, and find it all again.
import { expect, it } from 'vitest'
import { titles } from './corpus-titles.ts'
import { patience } from './patience.ts'
import { onEachShell } from './fixture.ts'
import {
  articleIn,
  cardOf,
  notebook,
  focusPane,
  panes,
  resultList,
  rowOf,
  savedLine,
  searchField,
  selectionToolbar,
} from './page-parts.ts'
import { cleanExitOf } from './program.ts'
import { highlightPaints, readPainting } from './read-painting.ts'
import { selectWords } from './select-words.ts'

onEachShell('The main job', ({ launch }) => {
  it('finds every account by a few letters and opens the best one at its first match', async () => {
    const { page } = await launch()
    await focusPane(page, 1)
    await page.keyboard.press('/')
    await page.keyboard.type('turb')
    const best = rowOf(resultList(page), titles.newsAnalysis)
    await expect.poll(() => best.locator('mark').allInnerTexts(), patience).toContain('turbulence')

    await page.keyboard.press('Enter')
    await expect(articleIn(page, 1).and(page.getByRole('article', { name: titles.newsAnalysis }))).toBeShown()
    await expect
      .poll(() => readPainting(page, 'current-match'), patience)
      .toEqual([{ paint: 'current-match', pane: 'Pane 1', words: 'turbulence' }])
  })

  it('keeps a highlight in each of two articles, and a note, over a stop and a start', async () => {
    const first = await launch()
    const { page } = first
    await searchField(page).fill('multipolar world')
    await expect(resultList(page)).toBeShown()

    const left = 'balanced and orderly multipolar world'
    await selectWords(page, articleIn(page, 1), left)
    await selectionToolbar(page).getByRole('button', { name: 'Blue' }).click()
    const right = 'equal and orderly multipolar world'
    await selectWords(page, articleIn(page, 2), right)
    await selectionToolbar(page).getByRole('button', { name: 'Add note' }).click()
    await page.keyboard.type('“Balanced” there, “equal” here.')
    await expect(savedLine(page)).toBeShown()
    const painted = await readPainting(page, ...highlightPaints)
    expect(painted).toEqual([
      { paint: 'blue', pane: 'Pane 1', words: left },
      { paint: 'blue', pane: 'Pane 2', words: right },
    ])
    expect(await first.stop()).toBe(cleanExitOf(first))

    const again = await launch({ dataFolder: first.dataFolder })
    await expect.poll(() => panes(again.page).count(), patience).toBe(2)
    await expect.poll(() => readPainting(again.page, ...highlightPaints), patience).toEqual(painted)
    expect(await searchField(again.page).inputValue()).toBe('multipolar world')
    await focusPane(again.page, 2)
    await expect(cardOf(again.page, right)).toBeShown()
    await expect(notebook(again.page).getByText('“Balanced” there, “equal” here.')).toBeShown()
  })
})
