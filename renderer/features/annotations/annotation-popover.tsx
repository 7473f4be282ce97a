// Every highlight at the place of a click, one below the other: colours that overlap hide each other.
import { useEffect, useRef } from 'react'
import type { ReactNode, RefObject } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { useStore } from 'zustand'
import type { ArticleId } from '../../../electron/contract/article.ts'
import { paragraphNumberAt } from '../../../electron/contract/paragraph-number.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { useTurningAway } from '../../ui/use-turning-away.ts'
import { AnnotationCard } from './annotation-card.tsx'
import type { PopoverPlace } from './popover-place.ts'
import { useAnchor } from './use-anchor.ts'

const none: readonly never[] = []

/** Shows the popover until it is closed or its last annotation is gone. */
export function AnnotationPopover(props: {
  place: PopoverPlace
  articleId: ArticleId
  paneIndex: number
  /** What scrolls the place. */
  scroller: RefObject<HTMLElement | null>
  onClose: () => void
}): ReactNode {
  const { place, articleId, paneIndex, scroller, onClose } = props
  const { annotations, library, workspace } = usePageState()
  const translate = useTranslate()
  const { anchor, hold, moves } = useAnchor(place, scroller, onClose)
  const popover = useRef<HTMLElement>(null)
  useTurningAway(popover, onClose)
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
      <span ref={hold} className="popover-anchor" />
      <Popover
        ref={popover}
        className="popover annotation-popover"
        triggerRef={anchor}
        // The page stays as it is: to shut it off costs more, in a long article, than all else that a click brings.
        isNonModal
        isOpen={!empty}
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
        // React Aria looks at the anchor again when a number changes, not when the anchor moves.
        offset={6 + (moves % 2) / 1000}
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
