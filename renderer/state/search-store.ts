// The standing query, its answer, and the places that it matches in each open article.
import { createStore } from 'zustand/vanilla'
import type { ArticleId } from '../../electron/contract/article.ts'
import type { NoteSearchAnswer, SearchAnswer } from '../../electron/contract/search.ts'
import type { TextRange } from '../../electron/contract/text-range.ts'
import type { Client } from '../api/client.ts'
import { errorOf } from '../api/error-of.ts'
import type { PageError } from '../api/transport.ts'
import { createLatestRequest } from './latest-request.ts'

/** What the page knows of the search. */
export interface SearchState {
  /** As typed. */
  query: string
  /** The newest answer, kept while a later query is on its way or cannot be read; `null` where nothing is asked. */
  answer: SearchAnswer | null
  /** The query that `answer` belongs to. */
  answeredQuery: string
  /** What is told to be wrong; that a query cannot be read only once the reader rests or asks. */
  error: PageError | null
  /** The query that `error` belongs to. */
  failedQuery: string
  /** What the newest query finds among notes and highlights; `null` where nothing is asked. Comes apart from `answer`. */
  notes: NoteSearchAnswer | null
  /** Matches in the text of open articles, for `answeredQuery`. */
  matches: Readonly<Record<ArticleId, readonly TextRange[]>>
}

const nothingFound = {
  answer: null,
  answeredQuery: '',
  error: null,
  failedQuery: '',
  notes: null,
  matches: {},
}
/** Hits that are asked for; more where the page itself sifts them, as many as an answer may tell. */
const hitLimits = { plain: 200, filtered: 1000 }
const noteLimit = 50

/** Milliseconds of rest after which a query is said to be unreadable: until its second quotation mark, every phrase is. */
const problemRest = 800

type SearchOutcome = { answer: SearchAnswer } | { error: PageError }

/**
 * Makes the store of the search. `openArticles` tells which articles stand open, for their matches to be lit;
 * `isFiltered` whether the page shows only some of the hits.
 */
export function createSearchStore(
  client: Client,
  openArticles: () => ArticleId[],
  isFiltered: () => boolean = () => false,
) {
  const store = createStore<SearchState>(() => ({ query: '', ...nothingFound }))
  /** Tells of the problem that is held back; `null` where there is none. */
  let tellHeld: (() => void) | null = null
  let holding: ReturnType<typeof setTimeout> | undefined

  function forgetProblem(): void {
    clearTimeout(holding)
    tellHeld = null
  }

  /** Tells at once what is held back: the reader has asked, or has left the field. */
  function tellProblem(): void {
    const tell = tellHeld
    forgetProblem()
    tell?.()
  }

  function takeProblem(error: PageError, failedQuery: string): void {
    forgetProblem()
    tellHeld = () => store.setState({ error, failedQuery })
    // What stands there already is not taken away and put back at every letter.
    if (error.code !== 'query-unreadable' || store.getState().error !== null) return tellProblem()
    holding = setTimeout(tellProblem, problemRest)
  }

  const ask = createLatestRequest(
    (query: string): Promise<SearchOutcome> =>
      client.search({ query, limit: isFiltered() ? hitLimits.filtered : hitLimits.plain }).then(
        (answer) => ({ answer }),
        (failure: unknown) => ({ error: errorOf(failure) }),
      ),
    (outcome, query) => {
      // The field may have been emptied meanwhile: then nothing is asked any more.
      if (store.getState().query.trim() === '') return
      if ('error' in outcome) return takeProblem(outcome.error, query)
      forgetProblem()
      store.setState({ answer: outcome.answer, answeredQuery: query, error: null })
      lightOpenArticles()
    },
  )

  /** Apart from the articles: neither waits for the other. */
  const askNotes = createLatestRequest(
    (query: string): Promise<NoteSearchAnswer | null> =>
      client.searchNotes({ query, limit: noteLimit }).catch((failure: unknown) => {
        // What cannot be read as a query the search of articles says; what was found before stays meanwhile.
        errorOf(failure)
        return store.getState().notes
      }),
    (notes) => {
      if (store.getState().query.trim() !== '') store.setState({ notes })
    },
  )

  const light = createLatestRequest(
    async ({ query, articleIds }: { query: string; articleIds: ArticleId[] }) => {
      const found = await Promise.all(
        articleIds.map(async (articleId) => [articleId, await matchesIn(articleId, query)] as const),
      )
      return Object.fromEntries(found)
    },
    (matches, { query }) => {
      if (store.getState().answeredQuery === query) store.setState({ matches })
    },
  )

  async function matchesIn(articleId: ArticleId, query: string): Promise<TextRange[]> {
    try {
      return await client.matchArticle({ articleId, query })
    } catch (failure) {
      // The pane itself says why the article is not there; nothing can be lit in it.
      errorOf(failure)
      return []
    }
  }

  function lightOpenArticles(): void {
    const { answer, answeredQuery } = store.getState()
    if (answer === null || answer.tooShort) return store.setState({ matches: {} })
    light({ query: answeredQuery, articleIds: [...new Set(openArticles())] })
  }

  function setQuery(query: string): void {
    // A problem that is held back is that of an earlier query by now.
    forgetProblem()
    store.setState(query.trim() === '' ? { query, ...nothingFound } : { query })
    if (query.trim() === '') return
    ask(query)
    askNotes(query)
  }

  /** Asks for notes once more: some have changed. */
  function askNotesAgain(): void {
    const { query } = store.getState()
    if (query.trim() !== '') askNotes(query)
  }

  /** Asks the standing query once more: the library has changed. */
  function askAgain(): void {
    const { query } = store.getState()
    if (query.trim() === '') return
    ask(query)
    askNotes(query)
  }

  return { store, setQuery, tellProblem, askAgain, askNotesAgain, lightOpenArticles }
}

/** See {@link createSearchStore}. */
export type SearchStore = ReturnType<typeof createSearchStore>
