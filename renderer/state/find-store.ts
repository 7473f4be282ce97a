// What is looked for in each pane: the words, how strictly, and where they stand. One find for each pane.
import { createStore } from 'zustand/vanilla'
import type { ArticleId } from '../../electron/contract/article.ts'
import type { FoundPlaces } from '../../electron/contract/found-places.ts'
import type { TextRange } from '../../electron/contract/text-range.ts'
import type { Client } from '../api/client.ts'
import { errorOf } from '../api/error-of.ts'
import { createLatestRequest } from './latest-request.ts'
import { nextPlace } from './next-place.ts'
import type { Pane } from './pane.ts'
import type { WorkspaceStore } from './workspace-store.ts'

/** One pane's find. */
export interface Find {
  words: string
  matchCase: boolean
  wholeWords: boolean
  /** Where the words stand, for the newest answer. */
  places: readonly TextRange[]
  /** Whether there are more than could be told. */
  more: boolean
  /** Which of them the reader is at: an index, or `null`. */
  current: number | null
  /** A new number at each wish to type: the field then takes the focus. */
  asked: number
  /** Whether the place that the reader came from is remembered already, for the way back. */
  hasLeft: boolean
}

/** The finds that stand open, by the key of their pane. */
export interface FindState {
  byPane: Readonly<Record<string, Find>>
}

/** What the reader can change of a find. */
export type FindWish = Partial<Pick<Find, 'words' | 'matchCase' | 'wholeWords'>>

const nothingFound: FoundPlaces = { places: [], more: false }

const emptyFind: Find = {
  ...nothingFound,
  words: '',
  matchCase: false,
  wholeWords: false,
  current: null,
  asked: 0,
  hasLeft: false,
}

interface Question extends Pick<Find, 'words' | 'matchCase' | 'wholeWords'> {
  key: string
  articleId: ArticleId
}

/** Makes the store of finds. */
export function createFindStore(client: Client, workspace: WorkspaceStore) {
  const store = createStore<FindState>(() => ({ byPane: {} }))
  const paneOf = (key: string): Pane | undefined =>
    workspace.store.getState().panes.find((pane) => pane.key === key)

  function update(key: string, news: Partial<Find>): void {
    store.setState(({ byPane }) => {
      const find = byPane[key]
      return find ? { byPane: { ...byPane, [key]: { ...find, ...news } } } : {}
    })
  }

  const ask = createLatestRequest(
    ({ articleId, words, matchCase, wholeWords }: Question): Promise<FoundPlaces> =>
      words === ''
        ? Promise.resolve(nothingFound)
        : client.findInArticle({ articleId, words, matchCase, wholeWords }).catch((failure: unknown) => {
            // The pane itself says why its article is not there; a program that has gone has a banner.
            errorOf(failure)
            return nothingFound
          }),
    (found, { key, words, matchCase, wholeWords }) => {
      const find = store.getState().byPane[key]
      const isNewest = find?.words === words && find.matchCase === matchCase && find.wholeWords === wholeWords
      if (isNewest) takeUp(key, found)
    },
  )

  /** Brings the first place from where the reader stands into view, as the words are being typed. */
  function takeUp(key: string, { places, more }: FoundPlaces): void {
    const pane = paneOf(key)
    const find = store.getState().byPane[key]
    if (!pane || !find) return
    const here = find.places[find.current ?? -1]?.start ?? workspace.topOffset(pane)
    const current = nextPlace(places, { current: null, topOffset: here }, 1)
    update(key, { places, more, current })
    const place = places[current ?? -1]
    if (place) lead(key, place)
  }

  /** While somebody types, the way back leads to where the find began, not to each place on the way. */
  function lead(key: string, place: TextRange): void {
    const { panes } = workspace.store.getState()
    const find = store.getState().byPane[key]
    const index = panes.findIndex((pane) => pane.key === key)
    if (find?.hasLeft) return workspace.updatePane(key, { target: { range: place } })
    workspace.reveal(index, place, panes[index]?.currentMatch)
    update(key, { hasLeft: true })
  }

  /** Opens the find of a pane, or goes to its field again; `words` take the place of what was looked for. */
  function open(key: string, words?: string): void {
    store.setState(({ byPane }) => {
      const kept = Object.entries(byPane).filter(([other]) => paneOf(other) !== undefined)
      const find = byPane[key] ?? emptyFind
      return { byPane: { ...Object.fromEntries(kept), [key]: { ...find, asked: find.asked + 1 } } }
    })
    if (words !== undefined && words !== store.getState().byPane[key]?.words) change(key, { words })
  }

  function close(key: string): void {
    store.setState(({ byPane }) => {
      const { [key]: _closed, ...others } = byPane
      return { byPane: others }
    })
  }

  function change(key: string, wish: FindWish): void {
    update(key, wish)
    const find = store.getState().byPane[key]
    const pane = paneOf(key)
    if (!find || !pane) return
    const { words, matchCase, wholeWords } = find
    ask({ key, articleId: pane.articleId, words, matchCase, wholeWords })
  }

  /** Goes to the next (1) or previous (-1) place; answers whether the pane has a find that stands open. */
  function step(index: number, direction: 1 | -1): boolean {
    const pane = workspace.store.getState().panes[index]
    const find = pane && store.getState().byPane[pane.key]
    if (!pane || !find) return false
    const from = { current: find.current, topOffset: workspace.topOffset(pane) }
    const current = nextPlace(find.places, from, direction)
    if (current === null) return true
    update(pane.key, { current, hasLeft: true })
    workspace.reveal(index, find.places[current] ?? null, pane.currentMatch)
    return true
  }

  return { store, open, close, change, step }
}

/** See {@link createFindStore}. */
export type FindStore = ReturnType<typeof createFindStore>
