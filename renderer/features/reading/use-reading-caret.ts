// The reading caret of an article: text that cannot be edited has none of its own, so without it no words could be
// selected by keyboard.
import { useCallback, useEffect, useEffectEvent } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { useStore } from 'zustand'
import type { Caret } from '../../state/caret-store.ts'
import { usePageState } from '../../state/page-state.ts'
import { isMac } from '../../ui/is-mac.ts'
import type { CaretMove } from './caret-keys.ts'
import { readCaretMove } from './caret-keys.ts'
import { caretBoxAt, lineAt, placeSelection, showCaret, stepLine, stepView } from './caret-place.ts'
import { stepOffset, textAtCaret } from './caret-steps.ts'
import { readTopOffset } from './scroll-position.ts'
import type { TextMap } from './text-map.ts'

/** The article that the caret is in. */
export interface CaretArticle {
  paneKey: string
  scroller: RefObject<HTMLElement | null>
  map: TextMap | null
  text: string
  language: string
}

/** The selection that the mouse or a command has made within `element`. */
function readSelection(element: Element | null, map: TextMap | null): Pick<Caret, 'anchor' | 'focus'> | null {
  const selection = document.getSelection()
  if (!map || !element || !selection?.anchorNode || !selection.focusNode) return null
  if (!element.contains(selection.anchorNode) || !element.contains(selection.focusNode)) return null
  const anchor = map.toOffset(selection.anchorNode, selection.anchorOffset)
  const focus = map.toOffset(selection.focusNode, selection.focusOffset)
  return anchor === null || focus === null ? null : { anchor, focus }
}

/** Binds the caret to an article. `caret` is `null` while it is not set here. */
export function useReadingCaret(article: CaretArticle): {
  caret: Caret | null
  /** Moves it where a key does that; answers whether it has. */
  onKeyDown: (event: KeyboardEvent) => boolean
  /** Lets the selection go and leaves the caret where it is. */
  collapse: () => void
} {
  const { paneKey, scroller, map, text, language } = article
  const { carets } = usePageState()
  const isSet = useStore(carets.store, (state) => state.paneKey === paneKey)
  const caret = useStore(carets.store, (state) => (state.paneKey === paneKey ? state.caret : null))
  /** The caret as it is now: several keys may come before the page is drawn again. */
  const readCaret = useCallback((): Caret | null => {
    const state = carets.store.getState()
    return state.paneKey === paneKey ? state.caret : null
  }, [carets, paneKey])

  function show(offset: number, afterPrevious: boolean): void {
    const box = map && caretBoxAt(map, offset, afterPrevious)
    if (map && box && scroller.current) showCaret(scroller.current, map, offset, box)
  }

  function isInView(offset: number): boolean {
    const box = map && caretBoxAt(map, offset, false)
    const view = scroller.current?.getBoundingClientRect()
    return box != null && view !== undefined && box.top >= view.top && box.top + box.height <= view.bottom
  }

  const begin = useEffectEvent((): void => {
    const element = scroller.current
    if (!element || !map) return
    const selected = readSelection(scroller.current, map)
    const isUsable = selected !== null && isInView(selected.focus)
    const top = isUsable ? 0 : readTopOffset(element, map)
    const ends = isUsable ? selected : { anchor: top, focus: top }
    if (ends.anchor === ends.focus) placeSelection(map, ends.anchor, ends.focus)
    show(ends.focus, false)
    carets.move({ ...ends, afterPrevious: false, said: null })
  })

  useEffect(() => {
    if (!isSet || !map) return
    begin()
  }, [isSet, map])

  /** A press of the mouse takes the caret along. */
  const follow = useEffectEvent((): void => {
    const selected = readSelection(scroller.current, map)
    if (readCaret() && selected) carets.move({ ...selected, afterPrevious: false, said: null })
  })
  useEffect(() => {
    const element = scroller.current
    if (!isSet || !element) return
    const onUp = (): void => void setTimeout(follow)
    element.addEventListener('pointerup', onUp)
    return () => element.removeEventListener('pointerup', onUp)
  }, [isSet, scroller])

  // The pane goes and its caret with it.
  useEffect(
    () => () => {
      if (carets.store.getState().paneKey === paneKey) carets.leave()
    },
    [carets, paneKey],
  )

  function targetOf(move: CaretMove, { focus, afterPrevious }: Caret): number | null {
    const { unit } = move
    if (!map || !scroller.current) return null
    if (unit === 'line' || unit === 'lineEdge') return stepLine(map, move)
    if (unit !== 'view') return stepOffset(text, focus, { ...move, unit }, language)
    const box = caretBoxAt(map, focus, afterPrevious)
    return box && stepView(scroller.current, map, box, move.direction)
  }

  /** What is read out after a move: a line where it went by lines, else what the caret stands at. */
  function textAfter({ unit }: CaretMove, focus: number, afterPrevious: boolean): string {
    if (unit === 'lineEdge') return textAtCaret(text, focus, 'word', language)
    const box = map && (unit === 'line' || unit === 'view') ? caretBoxAt(map, focus, afterPrevious) : null
    const line = map && box && lineAt(map, focus, box)
    return line ? text.slice(line.start, line.end) : textAtCaret(text, focus, unit, language)
  }

  function moveCaret(wish: CaretMove, from: Caret): void {
    if (!map) return
    const target = targetOf(wish, from)
    const atEnd = wish.direction === 1 ? text.length : 0
    const focus = target ?? (wish.unit === 'lineEdge' ? from.focus : atEnd)
    const anchor = wish.extends ? from.anchor : focus
    const isOfLines = wish.unit === 'line' || wish.unit === 'lineEdge'
    // The browser has moved its own selection along lines, and remembers the column only as long as it is left alone.
    if (!isOfLines || target === null) placeSelection(map, anchor, focus)
    const afterPrevious = wish.unit === 'lineEdge' && wish.direction === 1
    // Shown first: a line is read out by where it stands in the window.
    show(focus, afterPrevious)
    const isSelected = anchor !== focus
    const said = isSelected
      ? text.slice(Math.min(anchor, focus), Math.max(anchor, focus))
      : textAfter(wish, focus, afterPrevious)
    carets.move({ anchor, focus, afterPrevious, said: { text: said, isSelected } })
  }

  function onKeyDown(event: KeyboardEvent): boolean {
    const wish = readCaretMove(event, isMac)
    const from = readCaret()
    if (!wish || !from || event.target !== scroller.current) return false
    event.preventDefault()
    moveCaret(wish, from)
    // The browser tells of it later, and the next key may act on what is selected now.
    document.dispatchEvent(new Event('selectionchange'))
    return true
  }

  const collapse = useCallback((): void => {
    const from = readCaret()
    if (!from || !map) return
    placeSelection(map, from.focus, from.focus)
    const said = { text: textAtCaret(text, from.focus, 'word', language), isSelected: false }
    carets.move({ ...from, anchor: from.focus, said })
  }, [carets, map, readCaret, text, language])

  return { caret, onKeyDown, collapse }
}
