// The notebook beyond one article: which highlights its filters find, read window by window as they come into view.
import { createStore } from 'zustand/vanilla'
import type { NotebookAnswer, NotebookEntry, NotebookGrouping } from '../../electron/contract/notebook.ts'
import type { OperationInput } from '../../electron/contract/operations.ts'
import type { Client } from '../api/client.ts'
import { errorOf } from '../api/error-of.ts'
import type { PageError } from '../api/transport.ts'
import { readingPause } from './ask-whole-notebook.ts'
import { createLatestRequest } from './latest-request.ts'

/** What the notebook asks, whichever stretch of the answer is in view. */
export type NotebookQuestion = Omit<OperationInput<'listNotebook'>, 'offset' | 'limit'>

/** What the page knows of the highlights that were asked for. */
export interface NotebookState {
  /** Counts of the newest answer; `null` until there is one. Kept while a later question is on its way. */
  counts: Pick<NotebookAnswer, 'unread' | 'inScope' | 'kinds' | 'found' | 'total' | 'colours' | 'tags'> | null
  /** What has been read, by place in the list. */
  entries: ReadonlyMap<number, NotebookEntry>
  /** The question that `counts` and `entries` belong to, as JSON. */
  answered: string | null
  /** How they are grouped: the reader may have chosen another way meanwhile. */
  grouping: NotebookGrouping
  /** Why the newest question has no answer. */
  error: PageError | null
  /** Whether the newest question, or a change since, still waits for its answer. */
  waiting: boolean
}

const nothing: NotebookState = {
  counts: null,
  entries: new Map(),
  answered: null,
  grouping: 'article',
  error: null,
  waiting: false,
}

/** Entries in one request: a few times what fits a tall window. */
const windowSize = 100
/** Entries on either side of those in view that are read before they come into it: what a hard turn of a wheel passes. */
const readAhead = 60
/** Entries that are kept on either side of those in view; the others are read again when they are come back to. */
const keptAround = 1000

/** Tells an entry apart from all others: an annotation stands under each of its tags. */
export const entryKey = ({ annotation, tag }: NotebookEntry): string => `${annotation.id} ${tag ?? ''}`

interface Request {
  question: NotebookQuestion
  key: string
  /** Told apart from earlier ones after a change: what was read before it is not mixed with what is read after it. */
  version: number
  offset: number
}

/** Makes the store. `question` tells what is asked now; `null` where the notebook needs no answer. */
export function createNotebookStore(client: Client, question: () => NotebookQuestion | null) {
  const store = createStore<NotebookState>(() => nothing)
  let version = 0
  let readVersion = -1
  /** The places that have been read since the last change. */
  const fresh = new Set<number>()
  let inView = { first: 0, last: 0 }
  let asked: string | null = null

  const send = createLatestRequest(
    async ({
      question: asking,
      offset,
    }: Request): Promise<{ answer: NotebookAnswer } | { error: PageError }> => {
      try {
        return { answer: await client.listNotebook({ ...asking, offset, limit: windowSize }) }
      } catch (failure) {
        return { error: errorOf(failure) }
      }
    },
    (outcome, request) => {
      // The scope may have been left meanwhile: then nothing is asked any more.
      if (asked === null) return
      const waiting = request.version !== version
      if ('error' in outcome) return store.setState({ error: outcome.error, waiting })
      store.setState({ waiting })
      takeUp(outcome.answer, request)
    },
  )

  function isNear(place: number): boolean {
    return place >= inView.first - keptAround && place <= inView.last + keptAround
  }

  /**
   * What was read before a change stays in sight until it has been read again, or a note that is being written there
   * would lose its field; but no highlight stands in two places, unless under two tags.
   */
  function takeUp({ entries: read, offset, ...counts }: NotebookAnswer, request: Request): void {
    const { entries: held, answered } = store.getState()
    if (request.version !== readVersion) fresh.clear()
    const keys = new Set(read.map(entryKey))
    const kept = [...held].filter(
      ([place, entry]) => place < counts.total && isNear(place) && !keys.has(entryKey(entry)),
    )
    const entries = new Map(request.key === answered ? kept : [])
    for (const [at, entry] of read.entries()) {
      entries.set(offset + at, entry)
      fresh.add(offset + at)
    }
    readVersion = request.version
    const { grouping = 'article' } = request.question
    store.setState({ counts, entries, answered: request.key, grouping, error: null })
    if (counts.unread > 0) followReading(request.version)
    else readOn()
  }

  /** The program has not read all notes since its start: the list grows as it does. */
  function followReading(before: number): void {
    setTimeout(() => {
      if (version === before) refresh()
    }, readingPause)
  }

  /** Asks for the window around a place; windows lie edge to edge, so that scrolling either way reads each once. */
  function ask(place: number): void {
    const asking = question()
    if (asking === null || asked === null) return
    const offset = place - (place % windowSize)
    send({ question: asking, key: asked, version, offset })
  }

  /** Asks for the first entry in view, below or above it that is missing or may have changed. */
  function readOn(): void {
    const { entries, counts } = store.getState()
    if (counts === null || readVersion !== version) return
    const { first, last } = inView
    const stretches = [
      [first, last],
      [last + 1, last + readAhead],
      [first - readAhead, first - 1],
    ] as const
    for (const [from, to] of stretches) {
      for (let place = Math.max(0, from); place <= Math.min(to, counts.total - 1); place += 1) {
        if (!fresh.has(place) || !entries.has(place)) return ask(place)
      }
    }
  }

  /** Reads again what is in view: something has changed. What stands there stays until the answer comes. */
  function refresh(): void {
    if (asked === null) return
    version += 1
    store.setState({ waiting: true })
    ask(inView.first)
  }

  /** Asks anew where the question is another one; to be called whenever it may be. */
  function follow(): void {
    const asking = question()
    const key = asking && JSON.stringify(asking)
    if (key === asked) return
    asked = key
    inView = { first: 0, last: 0 }
    if (key === null) return store.setState(nothing)
    refresh()
  }

  /** Says which places of the list are in view: what is missing of them is read, then what is near them. */
  function show(first: number, last: number): void {
    inView = { first, last }
    readOn()
  }

  /** Whether this annotation is among those that have been read. */
  function holds(id: string): boolean {
    return [...store.getState().entries.values()].some(({ annotation }) => annotation.id === id)
  }

  return { store, follow, refresh, show, holds }
}

/** See {@link createNotebookStore}. */
export type NotebookStore = ReturnType<typeof createNotebookStore>
