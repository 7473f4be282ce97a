// Which articles the library lists, in which order, and how many each choice of the filter would leave. Pure.
import type { ArticleId, ArticleSummary } from '../../../electron/contract/article.ts'
import type { LibrarySort } from '../../../electron/contract/library-choices.ts'
import type { LibraryFilter } from '../../../electron/contract/library-listing.ts'
import type { ReadingState } from '../../state/reading-store.ts'

/** What a filter asks beside the articles themselves. */
export type ReadingFacts = ReadingState

/** The parts of a filter that are lists of choices. */
export type ChoicePart = 'outlets' | 'kinds' | 'tags' | 'languages'

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base', ignorePunctuation: true })

/** Who published an account: its outlet, else its agencies, else its section; the empty text where none is named. */
export function publishersOf({ account }: Pick<ArticleSummary, 'account'>): string[] {
  if (account.outlet !== null) return [account.outlet]
  if (account.agencies.length > 0) return account.agencies
  return [account.section ?? '']
}

const valuesOf: Record<ChoicePart, (article: ArticleSummary) => readonly string[]> = {
  outlets: publishersOf,
  kinds: ({ kind }) => [kind],
  tags: ({ tags }) => tags,
  languages: ({ language }) => [language],
}

/** A date that is told less precisely is every day of its year or month. */
function liesWithin(article: ArticleSummary, { from, to, withUndated }: LibraryFilter): boolean {
  if (from === null && to === null) return true
  const { date } = article.account
  if (date === null) return withUndated
  const isLateEnough = from === null || date.slice(0, from.length) >= from.slice(0, date.length)
  const isEarlyEnough = to === null || date.slice(0, to.length) <= to.slice(0, date.length)
  return isLateEnough && isEarlyEnough
}

type Test = (article: ArticleSummary) => boolean

/** One test for each part of the filter, so that a part can be left out. */
function testsOf(filter: LibraryFilter, { records, highlights }: ReadingFacts): Record<string, Test> {
  const choice =
    (part: ChoicePart): Test =>
    (article) => {
      const chosen: readonly string[] = filter[part]
      return chosen.length === 0 || valuesOf[part](article).some((value) => chosen.includes(value))
    }
  const isRead = (id: ArticleId): boolean => records[id]?.read === true
  const hasHighlight = (id: ArticleId): boolean => (highlights?.[id] ?? 0) > 0
  return {
    outlets: choice('outlets'),
    kinds: choice('kinds'),
    tags: choice('tags'),
    languages: choice('languages'),
    dates: (article) => liesWithin(article, filter),
    reading: ({ id }) => filter.reading === 'any' || isRead(id) === (filter.reading === 'read'),
    // Until they have been counted all are let through: a list that empties itself for a moment says something wrong.
    annotated: ({ id }) =>
      filter.annotated === 'any' || highlights === null || hasHighlight(id) === (filter.annotated === 'with'),
  }
}

/** The articles that a filter lets through, in the order in which they come. */
export function filterArticles(
  articles: readonly ArticleSummary[],
  filter: LibraryFilter,
  facts: ReadingFacts,
): ArticleSummary[] {
  const tests = Object.values(testsOf(filter, facts))
  return articles.filter((article) => tests.every((test) => test(article)))
}

/** One choice and how many articles it would let through, all other parts of the filter as they are. */
export interface CountedChoice {
  value: string
  count: number
}

/** The choices of one part, in alphabetical order; one that is chosen stays in the list though nothing is left for it. */
export function countChoices(
  articles: readonly ArticleSummary[],
  filter: LibraryFilter,
  facts: ReadingFacts,
  part: ChoicePart,
): CountedChoice[] {
  const { [part]: _own, ...others } = testsOf(filter, facts)
  const tests = Object.values(others)
  const counts = new Map<string, number>(filter[part].map((value) => [value, 0]))
  for (const article of articles) {
    const isIn = tests.every((test) => test(article))
    for (const value of valuesOf[part](article)) counts.set(value, (counts.get(value) ?? 0) + (isIn ? 1 : 0))
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted(
      (left, right) =>
        Number(left.value === '') - Number(right.value === '') || collator.compare(left.value, right.value),
    )
}

/** How many articles each value of a part with one answer would leave, all other parts as they are. */
export function countAnswers<Part extends 'reading' | 'annotated'>(
  articles: readonly ArticleSummary[],
  filter: LibraryFilter,
  facts: ReadingFacts,
  part: Part,
  answers: readonly LibraryFilter[Part][],
): number[] {
  return answers.map((answer) => filterArticles(articles, { ...filter, [part]: answer }, facts).length)
}

/** Undated articles come last either way: they are neither new nor old. */
function compareDates(left: ArticleSummary, right: ArticleSummary, newestFirst: boolean): number {
  const [one, other] = [left.account.date, right.account.date]
  if (one === other) return 0
  if (one === null) return 1
  if (other === null) return -1
  return one < other === newestFirst ? 1 : -1
}

/** As librarians put titles in order: a leading article does not count. */
const titleForOrder = ({ title, language }: ArticleSummary): string =>
  language.startsWith('en') ? title.replace(/^["“‘]?(?:the|an?)\s+/i, '') : title

function compareTitles(left: ArticleSummary, right: ArticleSummary): number {
  return collator.compare(titleForOrder(left), titleForOrder(right))
}

/** The articles in the order of a sort; titles settle the rest. */
export function sortArticles(
  articles: readonly ArticleSummary[],
  sort: LibrarySort,
  { records }: ReadingFacts,
): ArticleSummary[] {
  const openedAt = ({ id }: ArticleSummary): number => records[id]?.openedAt ?? -1
  const orders: Record<LibrarySort, (left: ArticleSummary, right: ArticleSummary) => number> = {
    title: () => 0,
    outlet(left, right) {
      const [one = '', other = ''] = [publishersOf(left)[0], publishersOf(right)[0]]
      // Accounts that name nobody come last.
      if ((one === '') !== (other === '')) return one === '' ? 1 : -1
      return collator.compare(one, other)
    },
    newest: (left, right) => compareDates(left, right, true),
    oldest: (left, right) => compareDates(left, right, false),
    recent: (left, right) => openedAt(right) - openedAt(left),
  }
  return articles.toSorted((left, right) => orders[sort](left, right) || compareTitles(left, right))
}
