// The words that the reader has selected in an open article: what the commands for a selection act on.
import { createStore } from 'zustand/vanilla'
import type { ArticleId } from '../../electron/contract/article.ts'
import type { TextRange } from '../../electron/contract/text-range.ts'

/** Selected words, as UTF-16 offsets into the text of their article. */
export interface SelectedWords extends TextRange {
  paneKey: string
  articleId: ArticleId
  contentHash: string
  quote: string
  /** Forgets the selection, also the browser's own. */
  letGo: () => void
}

/** Makes the store. One selection at a time: the page has one as well. */
export function createSelectionStore() {
  const store = createStore<{ words: SelectedWords | null }>(() => ({ words: null }))
  return {
    store,
    take: (words: SelectedWords): void => store.setState({ words }),
    /** Forgets this selection, unless another has taken its place. */
    drop: (words: SelectedWords): void =>
      store.setState((state) => (state.words === words ? { words: null } : state)),
  }
}

/** See {@link createSelectionStore}. */
export type SelectionStore = ReturnType<typeof createSelectionStore>
