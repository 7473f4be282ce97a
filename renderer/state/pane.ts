// One open article on the desk: what it shows, where it stands, and where the reader has been in it. Pure, in the page.
import type { ArticleId } from '../../electron/contract/article.ts'
import { historyLimit } from '../../electron/contract/limits.ts'
import type { PaneState, Place } from '../../electron/contract/settings.ts'
import type { TextRange } from '../../electron/contract/text-range.ts'

/** A place to bring into view: a stretch of text, or the text that is to be the first in view (UTF-16 offset). */
export type Target = { range: TextRange } | { top: number }

/** An open article. `key` tells apart two panes of the same article. */
export interface Pane {
  key: string
  articleId: ArticleId
  /** First visible text: UTF-16 offset into the article's text. Where to start; then kept up by the pane. */
  topOffset: number
  /** Share of the panes' width in percent, or `null` for an equal share. */
  size: number | null
  /** A place to bring into view; a new object at each wish, also for the same place. */
  target: Target | null
  /** Which match of the standing query the reader is at: an index into its matches, or `null`. */
  currentMatch: number | null
  /** Where the reader was before each jump, the last one last. */
  back: readonly Place[]
  /** Where the reader went back from, the last one last. */
  forward: readonly Place[]
}

let lastKey = 0

/** A pane of its own for an article; `range` is the first match of the query that led here, where one did. */
export function newPane(articleId: ArticleId, range: TextRange | null = null): Pane {
  return {
    key: `pane-${++lastKey}`,
    articleId,
    topOffset: 0,
    size: null,
    target: range && { range },
    currentMatch: range && 0,
    back: [],
    forward: [],
  }
}

/** A pane as it was kept. */
export function fromStoredPane({ articleId, ...rest }: PaneState): Pane {
  return { ...newPane(articleId), ...rest }
}

/** A pane in the shape in which it is kept. */
export function toStoredPane({ articleId, topOffset, size, back, forward }: Pane): PaneState {
  return { articleId, topOffset, size, back: [...back], forward: [...forward] }
}

const isSamePlace = (left: Place | undefined, right: Place): boolean =>
  left?.articleId === right.articleId && left.topOffset === right.topOffset

/** What a pane remembers when the reader jumps away from `place`. Jumping twice from one place is one way back. */
export function rememberPlace({ back }: Pane, place: Place): Pick<Pane, 'back' | 'forward'> {
  const places = isSamePlace(back.at(-1), place) ? back : [...back, place]
  return { back: places.slice(-historyLimit), forward: [] }
}

/**
 * The pane one step back or forward, of which `here` is where it stands now; `null` where there is no such step. At
 * another article it is a pane of its own.
 */
export function stepThroughHistory(pane: Pane, direction: 'back' | 'forward', here: Place): Pane | null {
  const opposite = direction === 'back' ? 'forward' : 'back'
  const place = pane[direction].at(-1)
  if (!place) return null
  const { articleId, topOffset } = place
  const histories = {
    [direction]: pane[direction].slice(0, -1),
    [opposite]: [...pane[opposite], here].slice(-historyLimit),
  }
  if (articleId === pane.articleId)
    return { ...pane, ...histories, target: { top: topOffset }, currentMatch: null }
  return { ...newPane(articleId), ...histories, topOffset, size: pane.size }
}
