// Leads from an annotation to where it hangs.
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { findListed } from '../../state/library-store.ts'
import { usePageState } from '../../state/page-state.ts'

/** Opens the article at the highlight where the library has it, and makes the highlight one that can be edited. */
export function useOpenEntry(): (entry: AnnotationEntry, isToBeEdited: boolean) => Promise<void> {
  const { annotations, library, workspace } = usePageState()
  return async (entry, isToBeEdited) => {
    const { id, articleId, contentHash, start, end } = entry
    const listed = findListed(library.store.getState(), articleId)
    // Offsets of another edition lead nowhere: then the article opens where it was left.
    const range = listed?.contentHash === contentHash ? { start, end } : null
    if (listed && !isToBeEdited) workspace.open(articleId, range, false)
    await annotations.readOnce(articleId)
    if (isToBeEdited) annotations.editNote(id)
    else annotations.select(id)
  }
}
