// The tour through the program: one step for each feature, as a reader would use it. Whoever adds a feature adds a step here;
// the proof says which operations no step has led to. Runs in Node.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { answerQuestions } from '../../end-to-end/answer-questions.ts'
import { explainerId, titles } from '../../end-to-end/corpus-titles.ts'
import { highlightWords, writeNote } from '../../end-to-end/highlight-words.ts'
import { demandStandIn } from '../../end-to-end/hosts/launch-stand-in.ts'
import {
  articleIn,
  cardOf,
  cards,
  choice,
  focusPane,
  libraryList,
  notebook,
  openBesideButton,
  openButton,
  paneOf,
  resultList,
  savedLine,
  searchField,
} from '../../end-to-end/page-parts.ts'
import { saveBackup } from '../../end-to-end/save-backup.ts'
import { furtherSteps } from './further-steps.ts'
import type { TourStep } from './tour-step.ts'
import { ask, backupPath } from './tour-step.ts'

const words = 'boundless partnership'
const quotes = [
  'new horizons',
  'three-way talks',
  'official neutrality',
  'most important trading partner',
] as const

async function search(page: Page, query: string): Promise<void> {
  await searchField(page).fill(query)
  await resultList(page).getByRole('listitem').first().waitFor()
}

/** Tries to load something from elsewhere in every way that a page knows. Runs in the page. */
function reachOut(): Promise<unknown> {
  const far = 'http://192.0.2.1/'
  // What runs code from an address is refused by Trusted Types before it could be loaded.
  const attempts: readonly (readonly [string, Record<string, string>])[] = [
    ['img', { src: `${far}a.png` }],
    ['video', { src: `${far}a.mp4` }],
    ['iframe', { src: far }],
    ['object', { data: far }],
    ['script', { src: `${far}a.js` }],
    ['link', { rel: 'stylesheet', href: `${far}a.css` }],
    ['link', { rel: 'prefetch', href: `${far}a` }],
    ['link', { rel: 'preconnect', href: far }],
    ['link', { rel: 'dns-prefetch', href: 'http://name.example/' }],
  ]
  for (const [tag, members] of attempts) {
    try {
      const element = document.createElement(tag)
      for (const [name, value] of Object.entries(members)) element.setAttribute(name, value)
      document.body.append(element)
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause
    }
  }
  const styled = document.createElement('p')
  document.body.append(styled)
  styled.style.backgroundImage = `url(${far}b.png)`
  navigator.sendBeacon(`${far}beacon`, 'x')
  return Promise.allSettled([
    fetch(far),
    fetch(far, { mode: 'no-cors' }),
    fetch('http://name.example/'),
    new Promise((resolve, reject) => {
      const socket = new WebSocket('ws://192.0.2.1/')
      socket.addEventListener('error', reject)
      socket.addEventListener('open', resolve)
    }),
    new FontFace('far', `url(${far}a.woff2)`).load(),
  ])
}

/** In order: later steps stand on what earlier ones have made. */
export const tourSteps: readonly TourStep[] = [
  {
    name: 'the library is there, two articles are open',
    async act({ page }) {
      await libraryList(page).waitFor()
      await articleIn(page, 2).waitFor()
    },
  },
  {
    name: 'search: words, phrase, field, date, a query that cannot be read, none',
    async act({ page }) {
      for (const query of ['trea', '"new horizons"', 'title:new', 'date:none', 'treaty -taiwan'])
        await search(page, query)
      await searchField(page).fill('treaty "new')
      await page.getByRole('alert').waitFor()
      await search(page, 'multipolar')
      await focusPane(page, 1)
      await page.keyboard.press('F3')
      await searchField(page).fill('')
      await libraryList(page).waitFor()
    },
  },
  {
    name: 'words are found in one article',
    async act({ page }) {
      await focusPane(page, 1)
      await page.keyboard.press('Control+f')
      await page.keyboard.type('partner')
      await paneOf(page, 1)
        .getByText(/^\d+ of \d+$/)
        .first()
        .waitFor()
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'articles are opened, beside and alone',
    async act({ page }) {
      await openBesideButton(libraryList(page), titles.newsAnalysis).click()
      await page.getByRole('article', { name: titles.newsAnalysis }).waitFor()
      await focusPane(page, 2)
      await openButton(libraryList(page), titles.opinion).click()
      await page.getByRole('article', { name: titles.opinion }).waitFor()
    },
  },
  {
    name: 'highlights in all colours, with a note',
    async act({ page }) {
      await focusPane(page, 1)
      await highlightWords(page, 1, words, '5')
      await writeNote(page, words, 'Declared before the war.')
      for (const [index, quote] of quotes.entries()) await highlightWords(page, 1, quote, String(index + 1))
      await savedLine(page).waitFor()
    },
  },
  {
    name: 'a highlight is deleted, brought back, deleted, restored from the trash',
    async act({ page }) {
      const [quote] = quotes
      const remove = async (): Promise<void> => {
        const button = cardOf(page, quote).getByRole('button', { name: 'Delete highlight and note' })
        if (!(await button.isVisible()))
          await cardOf(page, quote).getByRole('button', { name: quote }).click()
        await button.click()
        await cardOf(page, quote).waitFor({ state: 'detached' })
      }
      await remove()
      await page.getByText('Highlight deleted').locator('..').getByRole('button', { name: 'Undo' }).click()
      await cardOf(page, quote).waitFor()
      await remove()
      await notebook(page).getByRole('button', { name: 'Trash' }).click()
      const trash = page.getByRole('dialog', { name: 'Trash' })
      await trash.getByRole('button', { name: `Restore “${quote}”` }).click()
      await page.keyboard.press('Escape')
      await cardOf(page, quote).waitFor()
    },
  },
  {
    name: 'the notebook of everything: filtered, grouped, written out as Markdown',
    async act({ page, program, folder }) {
      await choice(notebook(page), 'Everything').click()
      await notebook(page).getByRole('searchbox').fill('partnersh')
      await cardOf(page, words).waitFor()
      await notebook(page).getByRole('searchbox').fill('')
      await saveBackup(program, join(folder, 'notebook.md'), async () => {
        await notebook(page).getByRole('button', { name: 'Copy or export' }).click()
        await page.getByRole('menuitem', { name: 'Export as Markdown' }).click()
      })
      await page
        .getByText(/highlights? written as Markdown/i)
        .first()
        .waitFor()
      await choice(notebook(page), 'This article').click()
    },
  },
  {
    name: 'every theme, and the settings',
    async act({ page, program }) {
      for (const theme of ['light', 'sepia', 'dark', 'system']) {
        await ask(program, 'changeSettings', { theme })
        if (theme !== 'system') await page.locator(`html[data-theme=${theme}]`).waitFor()
      }
      await page.getByRole('button', { name: 'Settings' }).click()
      await page.getByRole('dialog', { name: 'Settings' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog', { name: 'Settings' }).waitFor({ state: 'detached' })
    },
  },
  {
    name: 'a backup is made',
    async act({ page, program, folder }) {
      await saveBackup(program, backupPath(folder), async () => {
        await page.getByRole('button', { name: 'Settings' }).click()
        await page.getByRole('button', { name: 'Back up now' }).click()
      })
      await page
        .getByText(/Backup of \d+ entr(?:y|ies) made/)
        .first()
        .waitFor()
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'a highlight is deleted for good',
    async act({ page, program }) {
      const listed = await ask(program, 'listAnnotations', { articleId: explainerId })
      const [{ id, revision }] = z
        .tuple([z.looseObject({ id: z.string(), revision: z.int() })], z.unknown())
        .parse(listed)
      const articleId = explainerId
      await ask(program, 'deleteAnnotation', { id, articleId, revision })
      await ask(program, 'listTrash', {})
      await ask(program, 'deleteForGood', { annotations: [{ id, articleId, revision: revision + 1 }] })
      await cards(page).nth(quotes.length).waitFor({ state: 'detached' })
    },
  },
  {
    name: 'the backup is restored, and the highlight comes back',
    async act({ page, folder }) {
      await page.getByRole('button', { name: 'Settings' }).click()
      await page.getByRole('button', { name: 'Restore from a backup…' }).click()
      const restoring = page.getByRole('dialog', { name: 'Restore from a backup' })
      const choosing = page.waitForEvent('filechooser')
      await restoring.getByRole('button', { name: 'Choose a backup…' }).click()
      await (await choosing).setFiles(backupPath(folder))
      await restoring.getByRole('button', { name: 'Restore', exact: true }).click()
      await restoring.getByRole('button', { name: 'Close' }).click()
      await cards(page).nth(quotes.length).waitFor()
    },
  },
  {
    name: 'the bundled articles are taken out of the library, and put back',
    async act({ page, program }) {
      await ask(program, 'removeCollection', { collectionId: 'bundled' })
      await page.getByText('The library is empty').waitFor()
      await ask(program, 'restoreCollection', { collectionId: 'bundled' })
      await openButton(libraryList(page), titles.newsAnalysis).waitFor()
    },
  },
  {
    name: 'an article is marked as read, a search and a desk are kept under names and let go',
    async act({ program }) {
      await ask(program, 'markRead', { articleId: explainerId, read: true })
      await ask(program, 'countAnnotations', {})
      const id = randomUUID()
      await ask(program, 'saveSearch', { id, name: 'Treaties', query: 'treaty', filter: {} })
      await ask(program, 'deleteSavedSearch', { id })
      await ask(program, 'saveDesk', {
        id,
        name: 'Two accounts',
        content: { panes: [{ articleId: explainerId }] },
      })
      await ask(program, 'renameDesk', { id, name: 'One account' })
      await ask(program, 'listDesks', {})
      await ask(program, 'deleteDesk', { id })
    },
  },
  {
    name: 'a second window follows the first',
    async act({ program }) {
      const other = await program.openPage()
      await cardOf(other, words).waitFor()
      await other.close()
    },
  },
  {
    name: 'the page is loaded again',
    async act({ page }) {
      await page.reload()
      await libraryList(page).waitFor()
      await articleIn(page, 1).waitFor()
    },
  },
  {
    name: 'the data folder is shown, and an article that is not there is asked for',
    async act({ program }) {
      await program.call('showDataFolder', {})
      await program.call('readArticle', { articleId: 'no-such-article' })
    },
  },
  {
    name: 'a link to the web is declined',
    only: { shell: 'desktop', reason: 'a browser follows links itself' },
    async act({ program, page }) {
      await answerQuestions(demandStandIn(program), 0)
      await page.evaluate(() => {
        const link = Object.assign(document.createElement('a'), { href: 'https://example.org/' })
        document.body.append(link)
        link.click()
        link.remove()
      })
      await libraryList(page).waitFor()
    },
  },
  ...furtherSteps,
  {
    name: 'a page that somebody has taken over reaches out in every way it knows',
    act: ({ page }) => page.evaluate(reachOut),
  },
]
