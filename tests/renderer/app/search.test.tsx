import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { FakeProgramOptions } from '../fake-program.ts'
import { createFakeProgram } from '../fake-program.ts'
import { harbour, lantern, winter } from '../made-up-library.ts'
import { articleIn, openPage, pane, results, searchbox } from '../open-page.tsx'
import { paintedRanges, paintedText } from '../painted-text.ts'

const libraryList = () => page.getByRole('list', { name: 'Library' })
const openBeside = () => page.getByRole('button', { name: 'Open beside' })

/** The page with these articles open. */
async function open(articleIds: string[], options: FakeProgramOptions = {}) {
  const panes = articleIds.map((articleId) => ({ articleId }))
  const program = createFakeProgram({ workspace: { panes }, ...options })
  return { program, state: await openPage(program) }
}

/** Types a query and waits for its answer. */
async function search(query: string, hits: number): Promise<void> {
  await userEvent.fill(searchbox(), query)
  await expect.poll(() => results().length).toBe(hits)
}

const titlesOf = (rows: readonly Element[]): (string | null | undefined)[] =>
  rows.map((row) => row.querySelector('button')?.textContent)

const focusedRow = (): string | null | undefined => document.activeElement?.textContent

/** Which of all matches that are lit the reader is at. */
function currentMatches(): number[] {
  const [current] = paintedRanges('current-match')
  return paintedRanges('match').flatMap((match, index) =>
    current?.compareBoundaryPoints(Range.START_TO_START, match) === 0 ? [index] : [],
  )
}

describe('the search field', () => {
  it('shows results as one types, best first, with the words marked, in the place of the library', async () => {
    await open([])
    await expect.element(libraryList()).toBeVisible()
    await userEvent.click(searchbox())
    await userEvent.keyboard('treat')
    await expect.element(page.getByText('2 of 3 articles')).toBeVisible()
    expect(titlesOf(results().elements())).toEqual([lantern.title, harbour.title])
    const marked = [...results().nth(0).element().querySelectorAll('mark')].map((mark) => mark.textContent)
    expect(marked).toEqual(['treaty', 'treaty'])
    expect(libraryList().query()).toBeNull()

    await userEvent.keyboard('y plain')
    await expect.element(results().nth(1)).toHaveTextContent(/calls the treaty a beginning/)
  })

  it('asks for more than one letter', async () => {
    await open([])
    await userEvent.fill(searchbox(), 't')
    await expect.element(page.getByText('Type two letters or more')).toBeVisible()
  })

  it('says what to do where nothing is found', async () => {
    await open([])
    await userEvent.fill(searchbox(), 'zeppelin')
    await expect.element(page.getByText('No article matches')).toBeVisible()
    await expect.element(page.getByText(/Try fewer or shorter words/)).toBeVisible()
  })

  it('says where and why a query cannot be read, and keeps the earlier results in sight', async () => {
    await open([])
    await search('treaty', 2)
    await userEvent.fill(searchbox(), 'treaty "lan')
    const problem = page.getByRole('alert')
    await expect.element(problem).toHaveTextContent('The quotation mark at character 8 is not closed.')
    await expect.element(searchbox()).toHaveAttribute('aria-invalid', 'true')
    await expect.element(searchbox()).toHaveAccessibleDescription(/character 8 is not closed/)
    expect(results().length).toBe(2)
    await expect.element(page.getByText('These are still the results for “treaty”.')).toBeVisible()

    await userEvent.fill(searchbox(), 'treaty')
    await expect.poll(() => problem.query()).toBeNull()
  })

  it('says nothing of a phrase that is half typed, until Enter asks for it', async () => {
    await open([])
    await search('treaty', 2)
    await userEvent.fill(searchbox(), 'treaty "lan')
    await userEvent.keyboard('t')
    expect(page.getByRole('alert').query()).toBeNull()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('alert')).toHaveTextContent(/character 8 is not closed/)
  })

  it('speaks of the query that could not be read, not of one that was typed since', async () => {
    const { program } = await open([])
    await userEvent.fill(searchbox(), 'writer:wang')
    const problem = page.getByRole('alert')
    await expect.element(problem).toHaveTextContent(/^“writer” at character 1 is not a field/)
    const held = program.hold('search')
    await userEvent.fill(searchbox(), 'treaty writer:wang')
    await expect.poll(() => held.waiting()).toBe(1)
    expect(problem.query()?.textContent ?? '').not.toContain('“treaty”')
    held.stop()
    await expect.element(problem).toHaveTextContent(/^“writer” at character 8 is not a field/)
  })

  it('refuses a query of ten thousand characters in words', async () => {
    await open([])
    await userEvent.fill(searchbox(), 'treaty '.repeat(1429).slice(0, 10_000))
    await expect.element(page.getByRole('alert')).toHaveTextContent(/too long: 1,000 characters/)
  })

  it('says when the program does not answer', async () => {
    const { program } = await open([])
    program.failNext('search', { code: 'program-unreachable' })
    await userEvent.fill(searchbox(), 'treaty')
    await expect.element(page.getByRole('alert')).toHaveTextContent(/does not answer/)
  })

  it('opens the first result at its first match with Enter, in the focused pane', async () => {
    await open([winter.id, harbour.id])
    await userEvent.click(articleIn(2))
    await search('lantern', 1)
    await userEvent.keyboard('{Enter}')
    await expect.element(articleIn(2)).toHaveAccessibleName(lantern.title)
    await expect.element(articleIn(1)).toHaveAccessibleName(winter.title)
    await expect.poll(() => paintedText('current-match')).toEqual(['lantern'])
    await expect.element(pane(2).getByText('1 of 2')).toBeVisible()
  })

  it('opens it beside with Ctrl+Enter', async () => {
    await open([winter.id])
    await search('lantern', 1)
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.element(articleIn(2)).toHaveAccessibleName(lantern.title)
    await expect.element(articleIn(1)).toHaveAccessibleName(winter.title)
  })

  it('does not open with Enter what an earlier query found', async () => {
    const { program } = await open([winter.id])
    await search('harbour', 2)
    const held = program.hold('search')
    await userEvent.fill(searchbox(), 'lantern')
    await expect.poll(() => held.waiting()).toBe(1)
    await userEvent.keyboard('{Enter}')
    held.stop()
    await expect.poll(() => titlesOf(results().elements())).toEqual([lantern.title])
    expect(articleIn(1).element()).not.toHaveAccessibleName(harbour.title)
  })

  it('is emptied by Esc and by its button, and the library is back', async () => {
    await open([])
    await search('treaty', 2)
    await userEvent.keyboard('{Escape}')
    await expect.element(searchbox()).toHaveValue('')
    await expect.element(libraryList()).toBeVisible()

    await search('treaty', 2)
    await userEvent.click(page.getByRole('button', { name: 'Clear search' }))
    await expect.element(searchbox()).toHaveValue('')
    await expect.element(libraryList()).toBeVisible()
  })

  it('is reached by / and by Ctrl+Shift+F, which also unfolds it', async () => {
    await open([winter.id])
    await userEvent.click(articleIn(1))
    await userEvent.keyboard('/')
    await expect.element(searchbox()).toHaveFocus()
    await expect.element(searchbox()).toHaveValue('')

    await userEvent.click(page.getByRole('button', { name: 'Library', exact: true }))
    await expect.element(searchbox()).not.toBeInTheDocument()
    await userEvent.keyboard('{Control>}{Shift>}f{/Shift}{/Control}')
    await expect.element(searchbox()).toHaveFocus()
  })

  it('tells what a query can say', async () => {
    await open([])
    await userEvent.click(page.getByRole('button', { name: 'What a search can say' }))
    await expect.element(page.getByRole('dialog')).toHaveTextContent(/treaty -taiwan/)
  })
})

describe('the rows of the library and of the results', () => {
  it('each have a button “Open beside” that says for what', async () => {
    await open([])
    await expect.poll(() => openBeside().length).toBe(3)
    await expect.element(openBeside().nth(0)).toHaveAccessibleDescription(lantern.title)
    await search('treaty', 2)
    expect(openBeside().length).toBe(2)
    await expect.element(openBeside().nth(1)).toHaveAccessibleDescription(harbour.title)
  })

  it('are gone through with the arrow keys, to and from the field', async () => {
    await open([])
    await search('treaty', 2)
    await userEvent.keyboard('{ArrowDown}')
    expect(focusedRow()).toBe(lantern.title)
    await userEvent.keyboard('{ArrowDown}')
    expect(focusedRow()).toBe(harbour.title)
    await userEvent.keyboard('{ArrowDown}')
    expect(focusedRow()).toBe(harbour.title)
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    await expect.element(searchbox()).toHaveFocus()
  })

  it('open with Enter and beside with Ctrl+Enter', async () => {
    await open([])
    await search('treaty', 2)
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.element(articleIn(1)).toHaveAccessibleName(lantern.title)
    await userEvent.click(searchbox())
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Control>}{Enter}{/Control}')
    await expect.element(articleIn(2)).toHaveAccessibleName(harbour.title)
  })

  it('say which pane an article stands in', async () => {
    await open([winter.id, lantern.id])
    await expect.element(libraryList().getByRole('listitem').nth(0)).toHaveTextContent(/In pane 2/)
    await expect.element(libraryList().getByRole('listitem').nth(1)).not.toHaveTextContent(/In pane/)
  })

  it('say what kind an article is, whose, and how exactly it is dated', async () => {
    await open([])
    const rows = libraryList().getByRole('listitem')
    await expect.element(rows.nth(0)).toHaveTextContent('Wire report · North Wire, Coast Press · undated')
    await expect
      .element(rows.nth(1))
      .toHaveTextContent('Opinion · Harbour Gazette · Ada Quay · 1 February 2026')
    await expect.element(rows.nth(2)).toHaveTextContent('Explainer · 2025')
  })
})

describe('the words of the query', () => {
  it('are lit in all open articles at once, also in one that is opened later', async () => {
    await open([lantern.id])
    await search('treaty', 2)
    await expect.poll(() => paintedText('match')).toEqual(Array(4).fill('treaty'))
    await userEvent.click(openBeside().nth(1))
    await expect.poll(() => paintedText('match')).toEqual(Array(5).fill('treaty'))
    await userEvent.fill(searchbox(), '')
    await expect.poll(() => paintedText('match')).toEqual([])
  })

  it('are stepped through with F3 and Shift+F3, round at the ends', async () => {
    await open([lantern.id])
    await search('treaty', 2)
    await expect.element(pane(1).getByText('4 matches')).toBeVisible()
    for (const index of [0, 1, 2, 3, 0]) {
      await userEvent.keyboard('{F3}')
      await expect.element(pane(1).getByText(`${index + 1} of 4`)).toBeVisible()
      expect(currentMatches()).toEqual([index])
    }
    await userEvent.keyboard('{Shift>}{F3}{/Shift}')
    await expect.element(pane(1).getByText('4 of 4')).toBeVisible()
    expect(currentMatches()).toEqual([3])
  })

  it('are brought into view as they are stepped through', async () => {
    await open([lantern.id])
    await search('treaty', 2)
    await expect.element(pane(1).getByText('4 matches')).toBeVisible()
    await userEvent.click(pane(1).getByRole('button', { name: 'Previous match' }))
    await expect.element(pane(1).getByText('4 of 4')).toBeVisible()
    await expect
      .poll(() => {
        const box = paintedRanges('current-match')[0]?.getBoundingClientRect()
        return box !== undefined && box.top > 100 && box.bottom < innerHeight
      })
      .toBe(true)
  })

  it('are told to be missing in an article without them, and only once that has been looked through', async () => {
    const { program } = await open([winter.id])
    const held = program.hold('matchArticle')
    await search('treaty', 2)
    expect(pane(1).getByText('No match here').query()).toBeNull()
    held.stop()
    await expect.element(pane(1).getByText('No match here')).toBeVisible()
  })

  it('stand again after a new start', async () => {
    await open([harbour.id], { workspace: { panes: [{ articleId: harbour.id }], query: 'treaty' } })
    await expect.element(searchbox()).toHaveValue('treaty')
    await expect.poll(() => paintedText('match')).toEqual(['treaty'])
    expect(results().length).toBe(2)
  })
})
