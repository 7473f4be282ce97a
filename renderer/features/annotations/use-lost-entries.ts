// The highlights of an article that have no place in its present edition.
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { isLost } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'

/** In the order in which they stood in the edition that they were made on. */
export function useLostEntries(articleId: string): readonly AnnotationEntry[] {
  const { annotations } = usePageState()
  const entries = useStore(annotations.store, ({ byArticle }) => byArticle[articleId])
  return useMemo(() => entries?.filter(isLost) ?? [], [entries])
}
