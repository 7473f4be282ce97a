// What the reader has selected in one article, as offsets in its text and as a place for the toolbar.
import { useCallback, useEffect, useState } from 'react'
import type { RefObject } from 'react'
import type { TextRange } from '../../../electron/contract/text-range.ts'
import type { TextMap } from './text-map.ts'

/** A selection in an article. */
export interface TextSelection extends TextRange {
  /** Where it stands in the window when it was made, in CSS pixels. */
  box: DOMRect
}

/** Takes white space and line feeds off both ends; `null` where nothing else is left. */
export function trimRange(text: string, start: number, end: number): TextRange | null {
  const words = text.slice(start, end)
  const trimmedStart = start + (words.length - words.trimStart().length)
  const trimmedEnd = end - (words.length - words.trimEnd().length)
  return trimmedStart < trimmedEnd ? { start: trimmedStart, end: trimmedEnd } : null
}

function readSelection(root: HTMLElement, map: TextMap, text: string): TextSelection | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root) || !root.contains(range.startContainer)) return null
  const start = map.toOffset(range.startContainer, range.startOffset)
  // A selection that runs out of the article ends where the article ends.
  const end = root.contains(range.endContainer)
    ? map.toOffset(range.endContainer, range.endOffset)
    : text.length
  if (start === null || end === null) return null
  const trimmed = trimRange(text, start, end)
  const shown = trimmed && map.toRange(trimmed.start, trimmed.end)
  if (!trimmed || !shown) return null
  return { ...trimmed, box: shown.getBoundingClientRect() }
}

/**
 * The selection within `root`, told when it is finished: while a mouse button is down it is still being made.
 * `dismiss` forgets it (and empties the browser's selection).
 */
export function useTextSelection(
  root: RefObject<HTMLElement | null>,
  map: TextMap | null,
  text: string,
): { selection: TextSelection | null; dismiss: () => void } {
  const [selection, setSelection] = useState<TextSelection | null>(null)

  useEffect(() => {
    if (!map) return
    let pointerDown = false
    const read = (): void => {
      if (pointerDown || !root.current) return
      // The toolbar itself takes the focus but must not lose what it acts on.
      if (document.activeElement?.closest('[data-keeps-selection]')) return
      setSelection(readSelection(root.current, map, text))
    }
    const onDown = (event: PointerEvent): void => {
      pointerDown = !(event.target instanceof Element && event.target.closest('[data-keeps-selection]'))
    }
    const onUp = (): void => {
      pointerDown = false
      // The browser settles the selection after the event.
      setTimeout(read)
    }
    document.addEventListener('selectionchange', read)
    document.addEventListener('pointerdown', onDown)
    document.addEventListener('pointerup', onUp)
    document.addEventListener('pointercancel', onUp)
    return () => {
      document.removeEventListener('selectionchange', read)
      document.removeEventListener('pointerdown', onDown)
      document.removeEventListener('pointerup', onUp)
      document.removeEventListener('pointercancel', onUp)
    }
  }, [root, map, text])

  const dismiss = useCallback((): void => {
    document.getSelection()?.removeAllRanges()
    setSelection(null)
  }, [])

  return { selection, dismiss }
}
