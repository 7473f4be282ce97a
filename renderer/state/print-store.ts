// What is to be printed: asked for in a dialog, then laid out while the browser prints.
import { createStore } from 'zustand/vanilla'
import type { ArticleId } from '../../electron/contract/article.ts'

/** How the printing stands. */
export interface PrintState {
  /** The article that the dialog asks about; `null` while it is closed. */
  asking: ArticleId | null
  /** Whether highlights and notes go onto the paper: the last answer, kept while the page is open. */
  withNotes: boolean
  /** The article that is laid out for the printer now; `null` outside of printing. */
  printing: ArticleId | null
}

/**
 * Makes the store of printing. `focusedArticle` tells what is printed when the reader asks the browser itself;
 * `print` hands the page to the system.
 */
export function createPrintStore(focusedArticle: () => ArticleId | null, print: () => void) {
  const store = createStore<PrintState>(() => ({ asking: null, withNotes: true, printing: null }))
  /** Which article was chosen in the dialog, until the browser begins to print. */
  let chosen: ArticleId | null = null

  return {
    store,
    /** Opens the dialog for an article, the focused one where none is named; nothing where none is open. */
    ask: (articleId: ArticleId | null = focusedArticle()) => store.setState({ asking: articleId }),
    cancel: () => store.setState({ asking: null }),
    setWithNotes: (withNotes: boolean) => store.setState({ withNotes }),
    /** Prints what the dialog asks about. The system's own dialog comes next, where PDF can be chosen as well. */
    print(): void {
      chosen = store.getState().asking
      store.setState({ asking: null })
      print()
    },
    /** The browser is about to print, whoever asked it to. */
    begin(): void {
      store.setState({ printing: chosen ?? focusedArticle() })
      chosen = null
    },
    end: () => store.setState({ printing: null }),
  }
}

/** See {@link createPrintStore}. */
export type PrintStore = ReturnType<typeof createPrintStore>
