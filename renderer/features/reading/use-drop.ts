// Taking up an article that is dragged from the library onto a pane: in its place, or at one of its edges beside it.
import { useState } from 'react'
import type { DragEvent } from 'react'
import { useStore } from 'zustand'
import { paneLimit } from '../../../electron/contract/limits.ts'
import { usePageState } from '../../state/page-state.ts'
import { draggedArticleType, dropZoneAt } from './drop-zone.ts'
import type { DropZone } from './drop-zone.ts'
import { paneCapacity } from './pane-room.ts'

/** What a pane needs to take drops. */
export interface Drop {
  /** Where the article would go now; `null` while none is over the pane. */
  zone: DropZone | null
  handlers: {
    onDragOver: (event: DragEvent<HTMLElement>) => void
    onDragLeave: (event: DragEvent<HTMLElement>) => void
    onDrop: (event: DragEvent<HTMLElement>) => void
  }
}

/** Takes drops for the pane with this index. */
export function useDrop(index: number): Drop {
  const { workspace } = usePageState()
  const [zone, setZone] = useState<DropZone | null>(null)
  const count = useStore(workspace.store, ({ panes }) => panes.length)

  function zoneOf({ currentTarget, clientX }: DragEvent<HTMLElement>): DropZone {
    const hasRoom = count > 0 && count < Math.min(paneCapacity(), paneLimit)
    return hasRoom ? dropZoneAt(currentTarget.getBoundingClientRect(), clientX) : 'middle'
  }

  function onDragOver(event: DragEvent<HTMLElement>): void {
    if (!event.dataTransfer.types.includes(draggedArticleType)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setZone(zoneOf(event))
  }

  function onDragLeave({ currentTarget, relatedTarget }: DragEvent<HTMLElement>): void {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setZone(null)
  }

  function onDrop(event: DragEvent<HTMLElement>): void {
    const articleId = event.dataTransfer.getData(draggedArticleType)
    setZone(null)
    if (articleId === '') return
    event.preventDefault()
    const chosen = zoneOf(event)
    if (chosen === 'middle') workspace.openIn(articleId, index)
    else workspace.openBeside(articleId, null, paneLimit, chosen === 'left' ? index : index + 1)
  }

  return { zone, handlers: { onDragOver, onDragLeave, onDrop } }
}
