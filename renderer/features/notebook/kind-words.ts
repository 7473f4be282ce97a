// How many highlights, notes on articles and memos there are, in words.
import { useCallback } from 'react'
import { useIntl } from 'react-intl'
import type { KindCounts } from '../../../electron/contract/notebook.ts'
import { annotationKinds } from '../../../electron/contract/notebook.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { kindOf } from '../../state/annotation-entry.ts'

/** Counts each kind. */
export function countKinds(entries: readonly AnnotationEntry[]): KindCounts {
  const counts = { highlights: 0, articleNotes: 0, memos: 0 }
  for (const entry of entries) counts[kindOf(entry)] += 1
  return counts
}

/** Gives the words, as in "3 highlights, 1 memo"; no words where there is nothing. */
export function useKindWords(): (kinds: KindCounts) => string {
  const intl = useIntl()
  const translate = useTranslate()
  return useCallback(
    (kinds) => {
      const words = annotationKinds
        .filter((kind) => kinds[kind] > 0)
        .map((kind) => translate(`notebook.kind.${kind}`, { count: kinds[kind] }))
      return intl.formatList(words, { type: 'unit' })
    },
    [intl, translate],
  )
}
