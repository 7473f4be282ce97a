// Every highlight at the place of a click, one below the other: colours that overlap hide each other.
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { useStore } from 'zustand'
import type { ArticleId } from '../../../electron/contract/article.ts'
import { paragraphNumberAt } from '../../../electron/contract/paragraph-number.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { AnnotationCard } from './annotation-card.tsx'

/** Where a popover opens (window coordinates in CSS pixels) and which annotations it lists. */
export interface PopoverPlace {
  x: number
  y: number
  ids: string[]
}

const none: readonly never[] = []

/** Shows the popover until it is closed or its last annotation is gone. */
export function AnnotationPopover(props: {
  place: PopoverPlace
  articleId: ArticleId
  paneIndex: number
  onClose: () => void
}): ReactNode {
  const { place, articleId, paneIndex, onClose } = props
  const { annotations, library, workspace } = usePageState()
  const translate = useTranslate()
  const anchor = useRef<HTMLSpanElement>(null)
  const entries = useStore(annotations.store, ({ byArticle }) => byArticle[articleId]) ?? none
  const listed = entries.filter((entry) => place.ids.includes(entry.id))
  const empty = listed.length === 0
  useEffect(() => {
    if (empty) onClose()
  }, [empty, onClose])

  const known = library.store.getState().articles[articleId]
  const blocks = known && 'article' in known ? known.article.blocks : none

  return (
    <>
      <span ref={anchor} className="popover-anchor" style={{ left: place.x, top: place.y }} />
      <Popover
        className="popover annotation-popover"
        triggerRef={anchor}
        isOpen={!empty}
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
        offset={10}
      >
        <Dialog aria-label={translate('popover.name', { count: listed.length })} className="popover-dialog">
          <ul className="card-list">
            {listed.map((entry) => (
              <li key={entry.id}>
                <AnnotationCard
                  entry={entry}
                  paragraph={paragraphNumberAt(blocks, entry.start)}
                  onJump={() => {
                    annotations.select(entry.id)
                    workspace.reveal(paneIndex, entry)
                  }}
                />
              </li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </>
  )
}
