// The reading caret: in which pane it stands, and where in the text of its article.
import { createStore } from 'zustand/vanilla'

/** Where the caret stands: UTF-16 offsets into the article's text. */
export interface Caret {
  /** The end of the selection that stays; the same as `focus` where nothing is selected. */
  anchor: number
  focus: number
  /** Whether it stands after the character before it, at the end of a line that goes on in the next. */
  afterPrevious: boolean
  /** What a screen reader is to say of the last move. */
  said: { text: string; isSelected: boolean } | null
}

/** The state of the caret. It is wished for in a pane at first; the article on the page then finds its place. */
export interface CaretState {
  paneKey: string | null
  caret: Caret | null
}

/** Makes the store. One caret at a time: the page has one focus. */
export function createCaretStore() {
  const store = createStore<CaretState>(() => ({ paneKey: null, caret: null }))
  return {
    store,
    /** Sets the caret in a pane. */
    set: (paneKey: string): void => store.setState({ paneKey, caret: null }),
    /** Moves it within its article. */
    move: (caret: Caret): void => store.setState({ caret }),
    leave: (): void => store.setState({ paneKey: null, caret: null }),
  }
}

/** See {@link createCaretStore}. */
export type CaretStore = ReturnType<typeof createCaretStore>
