// The stores of annotations, one for each article: opened when they are asked for, and the rest on the quiet, so that a
// folder with thousands of them is open as soon as one with none. Plain Node.
import type { Annotation } from '../contract/annotation.ts'
import type { ArticleId } from '../contract/article.ts'
import type { DocumentStore } from '../services/ports.ts'
import type { Timing } from './timing.ts'

/**
 * Milliseconds of work at a stretch, and between two of them: a request that comes meanwhile hardly waits. After a write
 * the rest waits for longer: where there was one, more are likely, and each is to be on the disk at once.
 */
export const readingTimes = { slice: 4, betweenSlices: 4, afterWrite: 250 } as const

/** All stores of annotations. */
export interface AnnotationStores {
  /** The same object at every call. */
  open(articleId: ArticleId): DocumentStore<Annotation[]>
  /** The articles that have annotations; in alphabetical order. Opens at once what has not been opened yet. */
  annotatedArticles(): ArticleId[]
  /** The same of those that are open; opens none, unless `openRest` has failed: then whoever asks meets the failure. */
  annotatedSoFar(): ArticleId[]
  /** How many have not been opened yet and will be. */
  unopened(): number
  /**
   * Opens what has not been opened yet, a few at a time: first those named, in their order. Kept when all are open, or
   * when `stop` was called.
   */
  openRest(first?: readonly ArticleId[]): Promise<void>
  /** Somebody waits: from now on the rest is opened without pauses, though requests still have their turn. */
  hurry(): void
  /** Something is written: the rest is left alone for a moment, unless somebody waits for it. */
  giveWay(): void
  /** Opens no more of the rest. */
  stop(): void
}

/** Holds the stores of annotations. `found` are the articles that have a file or a backup of one. */
export function createAnnotationStores(
  found: readonly ArticleId[],
  openOne: (articleId: ArticleId) => DocumentStore<Annotation[]>,
  timing: Timing,
): AnnotationStores {
  const stores = new Map<ArticleId, DocumentStore<Annotation[]>>()
  const waiting = new Set(found)
  let isStopped = false
  let isHurried = false
  /** By `timing.elapsed`. */
  let resumesAt = 0
  /** Ends the pause of the moment; where it is over already, nothing happens. */
  let endPause: (() => void) | null = null
  /** A defect has ended the reading of the rest: nobody may be told to wait for it. */
  let hasFailed = false

  function open(articleId: ArticleId): DocumentStore<Annotation[]> {
    const store = stores.get(articleId) ?? openOne(articleId)
    stores.set(articleId, store)
    waiting.delete(articleId)
    return store
  }

  function openSlice(): void {
    const start = timing.elapsed()
    for (const articleId of waiting) {
      open(articleId)
      if (timing.elapsed() - start >= readingTimes.slice) return
    }
  }

  function openAtOnce(): void {
    for (const articleId of waiting) open(articleId)
  }

  const isOpening = (): boolean => !isStopped && waiting.size > 0

  const isGivingWay = (): boolean => !isHurried && !isStopped && timing.elapsed() < resumesAt

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const goOn = (): void => {
        if (isGivingWay()) waitFor(resumesAt - timing.elapsed())
        else resolve()
      }
      function waitFor(milliseconds: number): void {
        const callOff = timing.after(milliseconds, goOn)
        endPause = () => {
          callOff()
          goOn()
        }
      }
      waitFor(isHurried ? 0 : readingTimes.betweenSlices)
    })

  /** Those that come first are the first to be opened. */
  function putFirst(articleIds: readonly ArticleId[]): void {
    const rest = [...waiting]
    const first = articleIds.filter((articleId) => waiting.has(articleId))
    waiting.clear()
    for (const articleId of [...first, ...rest]) waiting.add(articleId)
  }

  const annotatedSoFar = (): ArticleId[] =>
    [...stores]
      .filter(([, store]) => store.read().length > 0)
      .map(([articleId]) => articleId)
      .toSorted()

  return {
    open,
    annotatedArticles() {
      openAtOnce()
      return annotatedSoFar()
    },
    annotatedSoFar() {
      if (hasFailed) openAtOnce()
      return annotatedSoFar()
    },
    unopened: () => (hasFailed ? 0 : waiting.size),
    async openRest(first = []) {
      putFirst(first)
      try {
        while (isOpening()) {
          openSlice()
          if (isOpening()) await pause()
        }
      } catch (cause) {
        hasFailed = true
        throw cause
      }
    },
    hurry() {
      isHurried = true
      endPause?.()
    },
    giveWay() {
      resumesAt = timing.elapsed() + readingTimes.afterWrite
    },
    stop() {
      isStopped = true
    },
  }
}
