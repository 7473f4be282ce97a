// The quiet line at the foot of the library: how the reader's work stands. Read out when it changes.
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import type { AnnotationState } from '../../state/annotation-state.ts'
import { usePageState } from '../../state/page-state.ts'
import './status.css'

type Standing = 'untouched' | 'saving' | 'saved' | 'failed'

/** The worst state of all annotations is what the reader must know. */
function standingOf({ byArticle, changed }: AnnotationState): Standing {
  const kinds = new Set(
    Object.values(byArticle).flatMap((entries) => entries.map(({ save }: AnnotationEntry) => save.kind)),
  )
  if (kinds.has('failed') || kinds.has('conflict')) return 'failed'
  if (kinds.has('pending') || kinds.has('saving')) return 'saving'
  return changed ? 'saved' : 'untouched'
}

/** Shows the line. */
export function SaveStatus(): ReactNode {
  const { annotations, status } = usePageState()
  const translate = useTranslate()
  const standing = useStore(annotations.store, standingOf)
  const readOnly = useStore(status.store, (state) => state.status?.readOnly ?? null)
  return (
    <p className="save-status" role="status" data-standing={readOnly ? 'failed' : standing}>
      {translate(readOnly ? 'status.readOnly' : `status.${standing}`)}
    </p>
  )
}
