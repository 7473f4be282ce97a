// Shows on a pane what a drop would do.
import type { ReactNode } from 'react'
import { useTranslate } from '../../messages/use-translate.ts'
import type { DropZone } from './drop-zone.ts'
import './drop-mark.css'

/** Shows the mark, where there is something to mark. */
export function DropMark({ zone }: { zone: DropZone | null }): ReactNode {
  const translate = useTranslate()
  if (zone === null) return null
  return (
    <div className="drop-mark" data-zone={zone}>
      <span className="drop-words">{translate(zone === 'middle' ? 'drop.here' : 'drop.beside')}</span>
    </div>
  )
}
