// How many highlights, notes on articles and memos a list of annotations holds. Pure.
import { noArticleId } from '../../contract/limits.ts'
import type { KindCounts } from '../../contract/notebook.ts'
import type { LedgerEntry } from './note-ledger.ts'

/** Counts each kind. */
export function countKinds(entries: readonly LedgerEntry[]): KindCounts {
  const counts: KindCounts = { highlights: 0, articleNotes: 0, memos: 0 }
  for (const { annotation } of entries) {
    if (annotation.anchor !== null) counts.highlights += 1
    else if (annotation.articleId === noArticleId) counts.memos += 1
    else counts.articleNotes += 1
  }
  return counts
}
