// What stands in the notebook's list: the highlights of one article as the page holds them, or what the program finds.
import { useCallback, useMemo } from 'react'
import { useStore } from 'zustand'
import type { Annotation, HighlightColour } from '../../../electron/contract/annotation.ts'
import type { NotebookEntry, NotebookGrouping, TagCount } from '../../../electron/contract/notebook.ts'
import { paragraphNumberAt } from '../../../electron/contract/paragraph-number.ts'
import type { PageError } from '../../api/transport.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { fromStored, isBlank, isLost } from '../../state/annotation-entry.ts'
import { foldTag } from '../../../electron/contract/tags.ts'
import { isFiltered } from '../../state/notebook-question.ts'
import type { NotebookState } from '../../state/notebook-store.ts'
import { entryKey } from '../../state/notebook-store.ts'
import { usePageState } from '../../state/page-state.ts'
import { countKinds } from './kind-words.ts'

/** One row: a card, and the heading above it where a group begins. */
export interface NotebookRow {
  entry: AnnotationEntry
  paragraph: number | null
  /** What the program told of it; `null` for a highlight of the article that the page itself holds. */
  found: NotebookEntry | null
  /** The way in which `found` is grouped. */
  grouping: NotebookGrouping
}

/** The list, whichever way it comes about. */
export interface NotebookRows {
  /** `null` until the program has answered. */
  counts: NotebookState['counts']
  /** Names the list: another one begins at its top. */
  key: string
  /** Tells the row at a place apart from all others; its place where it has not been read yet. The same while they are. */
  keyAt: (place: number) => string | number
  /** `null` for a row that has not been read yet. */
  rowAt: (place: number) => NotebookRow | null
  /** Why nothing more could be read, and the way to try again. */
  failure: { error: PageError; retry: () => void } | null
  /** The row of the annotation whose card stands open, or -1 where that is not known. */
  selectedPlace: number
}

const none: readonly never[] = []
function countArticle(entries: readonly AnnotationEntry[]): NonNullable<NotebookState['counts']> {
  return {
    unread: 0,
    inScope: entries.length,
    kinds: countKinds(entries),
    found: entries.length,
    total: entries.length,
    colours: countColours(entries),
    tags: countTags(entries),
  }
}

function countColours(entries: readonly AnnotationEntry[]): Record<HighlightColour, number> {
  const counts = { yellow: 0, green: 0, blue: 0, purple: 0, red: 0 }
  for (const { colour } of entries) if (colour !== null) counts[colour] += 1
  return counts
}

function countTags(entries: readonly AnnotationEntry[]): TagCount[] {
  const counts = new Map<string, TagCount>()
  for (const tag of entries.flatMap(({ tags }) => tags)) {
    const known = counts.get(foldTag(tag))
    counts.set(foldTag(tag), { tag: known?.tag ?? tag, count: (known?.count ?? 0) + 1 })
  }
  return [...counts.values()].toSorted((left, right) => right.count - left.count)
}

/** The highlights of the article in the focused pane, saved or not. */
function useArticleRows(): NotebookRows {
  const { annotations, library, workspace } = usePageState()
  const articleId = useStore(workspace.store, ({ panes, focusedPane }) => panes[focusedPane]?.articleId)
  const known = useStore(library.store, ({ articles }) => (articleId ? articles[articleId] : undefined))
  const all = useStore(annotations.store, ({ byArticle }) => (articleId ? byArticle[articleId] : none))
  // Those without a place lie in a tray of their own.
  const entries = useMemo(() => (all ?? none).filter((entry) => !isLost(entry) && !isBlank(entry)), [all])
  const keyAt = useCallback((place: number) => entries[place]?.id ?? place, [entries])
  const selectedId = useStore(annotations.store, (state) => state.selectedId)
  const blocks = known && 'article' in known ? known.article.blocks : none
  const isMissing = known !== undefined && 'error' in known
  const error = useStore(annotations.store, ({ unread }) => (articleId ? unread.get(articleId) : undefined))
  return {
    // To say that there are none before they have been read would be false, and frighten whoever has some.
    counts: all || isMissing ? countArticle(entries) : null,
    failure: error && articleId ? { error, retry: () => void annotations.load(articleId) } : null,
    key: articleId ?? '',
    selectedPlace: entries.findIndex(({ id }) => id === selectedId),
    keyAt,
    rowAt(place) {
      const entry = entries[place]
      if (!entry) return null
      const paragraph = entry.contentHash === null ? null : paragraphNumberAt(blocks, entry.start)
      return { entry, paragraph, found: null, grouping: 'article' }
    },
  }
}

/** The same entry for the same annotation, by which a card is known not to have changed. */
const storedEntries = new WeakMap<Annotation, AnnotationEntry>()
function entryOf(annotation: Annotation): AnnotationEntry {
  const known = storedEntries.get(annotation)
  if (known) return known
  const entry = fromStored(annotation)
  storedEntries.set(annotation, entry)
  return entry
}

/** What the program finds; a highlight that the page holds as well is shown as it stands there. */
function useFoundRows(): NotebookRows {
  const { annotations, notebook } = usePageState()
  const { counts, entries, answered, grouping, error } = useStore(notebook.store)
  const byArticle = useStore(annotations.store, (state) => state.byArticle)
  const keyAt = useCallback(
    (place: number) => {
      const found = entries.get(place)
      return found ? entryKey(found) : place
    },
    [entries],
  )
  return {
    counts,
    failure: error && { error, retry: notebook.refresh },
    key: answered ?? '',
    selectedPlace: -1,
    keyAt,
    rowAt(place) {
      const found = entries.get(place)
      if (!found) return null
      const { annotation, paragraph } = found
      const held = byArticle[annotation.articleId]?.find(({ id }) => id === annotation.id)
      const entry = held ?? entryOf(annotation)
      return { entry, paragraph, found, grouping }
    },
  }
}

/** The rows of the notebook as it stands. */
export function useNotebookRows(): NotebookRows {
  const { workspace } = usePageState()
  const isHeld = useStore(
    workspace.store,
    ({ notebook }) => notebook.scope === 'article' && !isFiltered(notebook),
  )
  const article = useArticleRows()
  const found = useFoundRows()
  return isHeld ? article : found
}
