// The scrolling page of one article: its text, what is painted on it, and what a selection or a click brings up.
import { memo, useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { DragEvent, KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Article } from '../../../electron/contract/article.ts'
import { articleText } from '../../../electron/contract/article-text.ts'
import { paragraphNumberAt } from '../../../electron/contract/paragraph-number.ts'
import type { TextRange } from '../../../electron/contract/text-range.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { entriesAt } from '../../state/annotation-entry.ts'
import type { Caret } from '../../state/caret-store.ts'
import { usePageState } from '../../state/page-state.ts'
import type { Pane } from '../../state/pane.ts'
import { AnnotationPopover } from '../annotations/annotation-popover.tsx'
import type { PopoverPlace } from '../annotations/popover-place.ts'
import { ArticleNotes } from '../annotations/article-notes.tsx'
import { EndHandles } from '../annotations/end-handles.tsx'
import { MarginMarks } from '../annotations/margin-marks.tsx'
import { carryQuotation } from '../annotations/quotation.ts'
import { SelectionToolbar } from '../annotations/selection-toolbar.tsx'
import type { Ahead } from '../annotations/toolbar-place.ts'
import { useCopyQuotation } from '../annotations/use-copy-quotation.ts'
import { useLostEntries } from '../annotations/use-lost-entries.ts'
import { useQuotation } from '../annotations/use-quotation.ts'
import { ArticleBlocks } from './article-blocks.tsx'
import { longText } from './article-parts.ts'
import { ReadingCaret } from './reading-caret.tsx'
import type { TextMap } from './text-map.ts'
import { createTextMap } from './text-map.ts'
import { usePainting } from './use-painting.ts'
import { useReadingCaret } from './use-reading-caret.ts'
import { useReadingEnd } from './use-reading-end.ts'
import { useScrollPosition } from './use-scroll-position.ts'
import { useShownParts, useThoseShown } from './use-shown-parts.ts'
import { useTextSelection } from './use-text-selection.ts'

const none: readonly never[] = []

/** The highlights of this edition of the article, in text order. */
function useEntries(article: Article): readonly AnnotationEntry[] {
  const { annotations } = usePageState()
  const all = useStore(annotations.store, ({ byArticle }) => byArticle[article.id])
  return useMemo(
    () => all?.filter((entry) => entry.contentHash === article.contentHash) ?? none,
    [all, article.contentHash],
  )
}

function liesUnder(range: Range | null, { clientX, clientY }: MouseEvent): boolean {
  const boxes = range ? [...range.getClientRects()] : []
  return boxes.some(
    ({ left, right, top, bottom }) =>
      left <= clientX && clientX <= right && top <= clientY && clientY <= bottom,
  )
}

/** Which way the caret extends its selection. */
function aheadOf(caret: Caret | null): Ahead {
  if (!caret || caret.anchor === caret.focus) return null
  return caret.focus > caret.anchor ? 'down' : 'up'
}

/** Shows an article in a pane. */
export const ArticlePage = memo(function ArticlePage(props: {
  pane: Pane
  index: number
  article: Article
  describedBy: string
}): ReactNode {
  const { pane, index, article, describedBy } = props
  const { annotations, find, search, selections } = usePageState()
  const titleId = useId()
  const copyQuotation = useCopyQuotation()
  const quotationOf = useQuotation()
  const scroller = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLElement>(null)
  const [map, setMap] = useState<TextMap | null>(null)
  const [popover, setPopover] = useState<PopoverPlace | null>(null)
  const closePopover = useCallback(() => setPopover(null), [])
  const text = useMemo(() => articleText(article.blocks), [article])
  const entries = useEntries(article)
  const isLong = text.length > longText
  const shown = useShownParts(page, isLong)
  const shownEntries = useThoseShown(entries, shown)
  const lost = useLostEntries(article.id)
  const selectedId = useStore(annotations.store, (state) => state.selectedId)
  const matches = useStore(search.store, (state) => state.matches[article.id]) ?? none
  const currentMatch = pane.currentMatch === null ? null : (matches[pane.currentMatch] ?? null)
  const finding = useStore(find.store, ({ byPane }) => byPane[pane.key])
  const found = finding?.places ?? none
  const currentFound = found[finding?.current ?? -1] ?? null
  const { selection, dismiss } = useTextSelection(page, map, text)

  // Before the text is first painted: what is known of it is painted with it, and a press finds everything in its place.
  useLayoutEffect(() => {
    if (page.current) setMap(createTextMap(page.current))
  }, [article])
  const { caret, onKeyDown, collapse } = useReadingCaret({
    paneKey: pane.key,
    scroller,
    map,
    text,
    language: article.language,
  })
  /** Lets the selection go; the caret stays where it has come to. */
  const letGo = useCallback((): void => {
    // The toolbar goes with the selection: a focus in it would be lost.
    if (document.activeElement?.closest('[data-keeps-selection]'))
      scroller.current?.focus({ preventScroll: true })
    dismiss()
    collapse()
  }, [dismiss, collapse])
  useScrollPosition(scroller, map, pane, isLong)
  useReadingEnd(scroller, article)
  usePainting(pane.key, map, {
    entries: shownEntries,
    selectedId,
    matches: useThoseShown(matches, shown),
    currentMatch,
    found: useThoseShown(found, shown),
    currentFound,
  })

  // Before the next key press: what is selected is what it acts on.
  useLayoutEffect(() => {
    if (!selection) return
    const { id: articleId, contentHash } = article
    const { start, end } = selection
    const quote = text.slice(start, end)
    const words = { paneKey: pane.key, articleId, contentHash, start, end, quote, letGo }
    selections.take(words)
    return () => selections.drop(words)
  }, [selections, selection, letGo, article, text, pane.key])

  const selected = entries.find(({ id }) => id === selectedId)
  /** The lost highlight whose card stands open, else the first. */
  const attachable = lost.find(({ id }) => id === selectedId) ?? lost[0] ?? null
  function attach(id: string): void {
    if (!selection) return
    const { start, end } = selection
    letGo()
    void annotations.attach(id, { contentHash: article.contentHash, start, end })
  }

  function copy({ start, end }: TextRange): void {
    const quote = text.slice(start, end)
    void copyQuotation({ articleId: article.id, quote }, paragraphNumberAt(article.blocks, start))
  }

  /** Nothing else in an article can be dragged: it is the selection that the reader takes out of the window. */
  function carrySelection({ dataTransfer }: DragEvent): void {
    if (!selection) return
    const quote = text.slice(selection.start, selection.end)
    const paragraph = paragraphNumberAt(article.blocks, selection.start)
    carryQuotation(dataTransfer, quotationOf({ articleId: article.id, quote }, paragraph))
  }

  function openHighlightsAt(event: MouseEvent): void {
    if (!map || document.getSelection()?.isCollapsed === false) return
    const point = document.caretPositionFromPoint(event.clientX, event.clientY)
    const offset = point && map.toOffset(point.offsetNode, point.offset)
    const covering = offset === null ? [] : entriesAt(entries, offset)
    // A click beside the words belongs to the nearest text, but it was not on it.
    const under = covering.filter((entry) => liesUnder(map.toRange(entry.start, entry.end), event))
    openHighlights(under, offset)
  }

  /** Lists highlights beside the character at `offset`. */
  function openHighlights(listed: readonly AnnotationEntry[], offset: number | null): void {
    const [first] = listed
    if (!first || !map) return
    if (listed.length === 1) annotations.select(first.id)
    const at = offset ?? first.start
    setPopover({
      box: () => map.toRange(at, at + 1)?.getBoundingClientRect() ?? null,
      ids: listed.map(({ id }) => id),
    })
  }

  /** Moves the caret; Enter lists the highlights at it, as a click does. */
  function onCaretKey(event: KeyboardEvent): void {
    if (onKeyDown(event) || event.key !== 'Enter' || !caret || event.target !== scroller.current) return
    event.preventDefault()
    openHighlights(entriesAt(entries, caret.focus), caret.focus)
  }

  return (
    // What scrolls must be reachable by keyboard, or it cannot be scrolled by it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="pane-scroll"
      ref={scroller}
      role="group"
      aria-labelledby={titleId}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onCaretKey}
    >
      <ArticleNotes articleId={article.id} paneKey={pane.key} />
      {/* Keyboard readers reach every highlight in the notebook; a click is the short way of the mouse. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <article
        className="article"
        ref={page}
        aria-labelledby={titleId}
        aria-describedby={article.retelling ? describedBy : undefined}
        lang={article.language}
        onClick={openHighlightsAt}
        onDragStart={carrySelection}
      >
        <h1 id={titleId}>{article.title}</h1>
        <ArticleBlocks blocks={article.blocks} isLong={isLong} />
        <MarginMarks entries={shownEntries} map={map} page={page} onOpen={setPopover} />
        {selected && map && <EndHandles entry={selected} map={map} page={page} text={text} />}
      </article>
      <ReadingCaret caret={caret} map={map} scroller={scroller} />
      {selection && (
        <SelectionToolbar
          selection={selection}
          ahead={aheadOf(caret)}
          scroller={scroller}
          attachable={attachable}
          onAttach={attach}
          onCopy={copy}
          onDismiss={letGo}
        />
      )}
      {popover && (
        <AnnotationPopover
          place={popover}
          articleId={article.id}
          paneIndex={index}
          scroller={scroller}
          onClose={closePopover}
        />
      )}
    </div>
  )
})
