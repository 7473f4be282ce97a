// The articles that come with the program: that they load, and that they keep the rules of corpus/README.md.
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Account, Article } from '../../../../electron/contract/article.ts'
import { articleText } from '../../../../electron/contract/article-text.ts'
import type { ArticleFolder } from '../../../../electron/services/library/read-article-folder.ts'
import { readArticleFolder } from '../../../../electron/services/library/read-article-folder.ts'

const corpusFolder = join(import.meta.dirname, '../../../../corpus/articles')

/** What an account gives its retelling to work with: nothing else may be quoted, named or counted. */
interface Allowed {
  quotations: string[]
  numbers: string[]
  /** Words that are written with a capital inside a sentence. */
  names: string[]
}

const everyAccount = 'China Russia'
const allowed: Record<string, Allowed> = {
  'partnership-with-new-prospects': {
    quotations: [
      'strategic communication',
      'new horizons',
      'boundless partnership',
      'balanced and orderly multipolar world',
    ],
    numbers: ['2026', '2022'],
    names:
      `${everyAccount} Beijing Foreign Minister Wang Yi Sergei Shoigu Security Council Ukraine Moscow Western West America American BRICS Shanghai Cooperation Organisation SCO Kremlin Zelensky Abu Dhabi`.split(
        ' ',
      ),
  },
  'break-new-ground': {
    quotations: [
      'strategic communication',
      'turmoil',
      'equal and orderly multipolar world',
      'deepen strategic coordination',
      'break new ground',
      'decisive enabler',
      'ill-wishers',
      'one country, two systems',
    ],
    numbers: ['1', '10', '2022', '2024', '2026'],
    names:
      `${everyAccount} Wang Yi Shoigu Beijing February Chinese Foreign Ministry BRICS St Petersburg September Ukraine Washington Russian American Florida United States Western NATO Moscow Taiwan TASS People Republic`.split(
        ' ',
      ),
  },
  'stabilising-factor': {
    quotations: [
      'an important stabilizing factor',
      'increasing global turbulence',
      'fundamental interests',
      'in the right direction',
      'grand plan',
      'strategic communication',
      'period of great turbulence and complexity',
      'comprehensive strategic cooperation partners for a new era',
      'new era',
      'maintain close communication on key issues',
    ],
    numbers: ['1', '2', '4', '25', '2026'],
    names:
      `${everyAccount} Vladimir Putin Xi Jinping Sunday Monday Wednesday Kremlin Treaty Good Neighborhood Friendly Cooperation Wang Yi Huning Shoigu Chinese Leonid Slutsky State Duma Beijing Politburo CPPCC Lin Jian United Nations Europe Eurasia`.split(
        ' ',
      ),
  },
  'more-than-allied': {
    quotations: ['fragile', 'economic war'],
    numbers: ['4', '2022'],
    names:
      `${everyAccount} Russian-Ukrainian SCO BRICS West February EU-China Comprehensive Investment Agreement`.split(
        ' ',
      ),
  },
  'metaphor-of-spring': {
    quotations: ['lichun', 'any time of year is spring', 'sustainable dynamics', 'rules'],
    numbers: ['4', '15', '2025', '2026'],
    names:
      `${everyAccount} February Xi Putin Anushervon Rasulov World Anti-Fascist War Second Western Years Culture SCO UN BRICS APEC Shenzhen Five-Year Plan Good-Neighborliness Treaty`.split(
        ' ',
      ),
  },
}
const ids = Object.keys(allowed)

/** Facts that only some of the accounts hold, by a pattern: a check that each keeps its own standpoint. */
const heldBy: [pattern: RegExp, ids: string[]][] = [
  [/“strategic communication”/, ['break-new-ground', 'partnership-with-new-prospects', 'stabilising-factor']],
  [/multipolar world”/, ['break-new-ground', 'partnership-with-new-prospects']],
  [
    /BRICS.*SCO|SCO.*BRICS|SCO\) stand/,
    ['metaphor-of-spring', 'more-than-allied', 'partnership-with-new-prospects'],
  ],
  [/neither side/, ['break-new-ground', 'partnership-with-new-prospects']],
  [/neutral/, ['break-new-ground', 'partnership-with-new-prospects']],
  [/trading partner/, ['more-than-allied', 'partnership-with-new-prospects']],
  [/factors? of stability|stabilizing factor/, ['more-than-allied', 'stabilising-factor']],
  [/small group|particular groups/, ['metaphor-of-spring', 'more-than-allied']],
  [/Treaty/, ['metaphor-of-spring', 'stabilising-factor']],
  [/4 February 2022/, ['more-than-allied']],
  [/“new horizons”|“boundless partnership”|Abu Dhabi|Zelensky/, ['partnership-with-new-prospects']],
  [/Taiwan|TASS|Florida|NATO/, ['break-new-ground']],
  [/Slutsky|Lin Jian|currency|Good Neighborhood/, ['stabilising-factor']],
  [/Investment Agreement|hegemon/, ['more-than-allied']],
  [/spring|APEC|visa|Five-Year Plan|Good-Neighborliness/, ['metaphor-of-spring']],
]

const unstated: Omit<Account, 'language' | 'translated'> = {
  outlet: null,
  headline: null,
  section: null,
  agencies: [],
  author: null,
  date: null,
}
const english = { language: 'en', translated: false }

/** What each account states of itself, and no more. */
const accounts: Record<string, Account> = {
  'partnership-with-new-prospects': {
    ...unstated,
    ...english,
    headline: 'China and Russia 2026: Strengthening the strategic partnership and new prospects',
    section: 'World News',
  },
  'break-new-ground': {
    ...unstated,
    ...english,
    headline: 'China tells Russia’s security chief bilateral relations could ‘break new ground’ in 2026',
    agencies: ['AFP', 'Reuters'],
  },
  'stabilising-factor': { ...unstated, ...english, outlet: 'vermelho.org.br' },
  'more-than-allied': {
    ...unstated,
    ...english,
    headline: 'Strategic Partnership between Russia and China in the European Crisis',
  },
  'metaphor-of-spring': {
    ...unstated,
    outlet: 'State Council news of the People’s Republic of China, Russian edition',
    author: 'Anushervon Rasulov',
    language: 'en',
    translated: true,
  },
}

let folder: ArticleFolder
beforeAll(async () => {
  folder = await readArticleFolder(corpusFolder, 'bundled')
})

function article(id: string): Article {
  const found = folder.articles.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`${id} is not in the corpus`)
  return found
}

/** Everything that a reader reads of an article but its account's headline. */
function wholeText(id: string): string {
  return `${article(id).title}\n${articleText(article(id).blocks)}`
}

function paragraphs(id: string): string[] {
  return article(id).blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text : []))
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?][”’]?) (?=[“\p{Lu}\d])/u)
}

function quotations(text: string): string[] {
  return [...text.matchAll(/“([^”]*)”/g)].map((match) => match[1] ?? '')
}

/** Words with a capital, but for the first word of each sentence, which always has one. */
function names(text: string): string[] {
  return sentences(text).flatMap((sentence) => {
    const afterFirstWord = sentence.slice(sentence.indexOf(' '))
    return [...(afterFirstWord.match(/(?<![\p{L}-])\p{Lu}[\p{L}-]*/gu) ?? [])]
  })
}

describe('the bundled corpus', () => {
  it('holds five retellings and no file that cannot be read', () => {
    // A reader may have put originals beside the retellings.
    const retellings = folder.articles.filter(({ retelling }) => retelling)
    expect(retellings.map(({ id }) => id)).toEqual(ids.toSorted())
    expect(folder.problems).toEqual([])
  })

  it('holds each fact in the accounts that report it, and in no other', () => {
    const found = heldBy.map(([pattern]) => [
      pattern,
      ids.filter((id) => pattern.test(wholeText(id))).toSorted(),
    ])
    expect(found).toEqual(heldBy)
  })

  it('writes "Treaty" beside a dash where the account speaks of it', () => {
    const besideDash = ids.filter((id) => wholeText(id).includes('Treaty—'))
    expect(besideDash.toSorted()).toEqual(['metaphor-of-spring', 'stabilising-factor'])
  })

  it('covers every kind of writing once', () => {
    expect(ids.map((id) => article(id).kind)).toEqual([
      'explainer',
      'wire-report',
      'news-analysis',
      'institute-commentary',
      'opinion',
    ])
  })

  it('has one caption, the described picture', () => {
    const captions = ids.flatMap((id) => article(id).blocks.filter((block) => block.kind === 'caption'))
    expect(captions.map((block) => block.text)).toEqual([
      'Picture described: Shoigu shakes hands with Wang Yi at a BRICS meeting of security officials in St Petersburg on 10 September 2024.',
    ])
  })
})

describe.each(ids)('the retelling %s', (id) => {
  it('states of its account what the account states', () => {
    expect(article(id).account).toEqual(accounts[id])
  })

  it('says that it is one, in its fields and in its note', () => {
    expect(article(id).retelling).toBe(true)
    expect(article(id).language).toBe('en')
    expect(article(id).note).toMatch(/^A retelling written for the Bookwheel corpus: cite it as such/)
  })

  it('has a short headline of its own and three to six tags', () => {
    expect(article(id).title.length).toBeLessThan(45)
    expect(article(id).title).not.toBe(article(id).account.headline)
    expect(article(id).tags.length).toBeGreaterThanOrEqual(3)
    expect(article(id).tags.length).toBeLessThanOrEqual(6)
  })

  it('has 250 to 550 words below its headings', () => {
    const count = article(id)
      .blocks.filter((block) => block.kind !== 'heading')
      .flatMap((block) => block.text.split(' ')).length
    expect(count).toBeGreaterThanOrEqual(250)
    expect(count).toBeLessThanOrEqual(550)
  })

  it('has two to four subheadings, and text above the first', () => {
    const { blocks } = article(id)
    const levels = blocks.flatMap((block) => (block.kind === 'heading' ? block.level : []))
    expect(levels.length).toBeGreaterThanOrEqual(2)
    expect(levels.length).toBeLessThanOrEqual(4)
    expect(new Set(levels)).toEqual(new Set([2]))
    expect(blocks[0]?.kind).toBe('paragraph')
  })

  it('has paragraphs of two to five sentences', () => {
    const counts = paragraphs(id).map((paragraph) => ({ paragraph, count: sentences(paragraph).length }))
    expect(counts.filter(({ count }) => count < 2 || count > 5)).toEqual([])
  })

  it('is set with typographic quotation marks, apostrophes and dashes', () => {
    const text = `${wholeText(id)}\n${article(id).note}\n${article(id).account.headline}`
    expect(text).not.toMatch(/["'`]|--| [-–] |\.\.\.| {2}/)
    expect(text.match(/“/g)).toHaveLength(text.match(/”/g)?.length ?? 0)
    expect(wholeText(id)).toContain('—')
  })

  it('quotes what its account quotes, word for word, and nothing else', () => {
    const quoted = quotations(articleText(article(id).blocks))
    expect(new Set(quoted)).toEqual(new Set(allowed[id]?.quotations))
    // A headline begins with a capital, also where it begins with a quotation.
    for (const quotation of quotations(article(id).title)) expect(quoted).toContain(quotation.toLowerCase())
  })

  it('holds no number that its account does not hold', () => {
    expect(new Set(wholeText(id).match(/\d+/g))).toEqual(new Set(allowed[id]?.numbers))
  })

  it('holds no name that its account does not hold', () => {
    const found = paragraphs(id).flatMap(names)
    expect(found.length).toBeGreaterThan(10)
    expect(found.filter((name) => !allowed[id]?.names.includes(name))).toEqual([])
  })
})
