// What the notebook asks the program, told from how the desk stands. Pure.
import type { ArticleId } from '../../electron/contract/article.ts'
import type { NotebookView } from '../../electron/contract/settings.ts'
import type { NotebookQuestion } from './notebook-store.ts'
import type { WorkspaceState } from './workspace-store.ts'

/** Where the reader's days begin and end. */
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()

/** Whether anything is left out of what the notebook covers. */
export function isFiltered({ text, colours, notes, tag }: NotebookView): boolean {
  return text.trim() !== '' || colours.length > 0 || notes !== 'any' || tag !== null
}

function articlesOf({ panes, focusedPane, notebook }: WorkspaceState): ArticleId[] | null {
  switch (notebook.scope) {
    case 'all':
      return null
    case 'open':
      // In one order, whichever pane they stand in: moving them changes nothing.
      return [...new Set(panes.map(({ articleId }) => articleId))].toSorted()
    case 'article':
      return panes.slice(focusedPane, focusedPane + 1).map(({ articleId }) => articleId)
  }
}

/** The question for all that the notebook shows now. One article is always in the order of its text. */
export function questionOf(desk: WorkspaceState): NotebookQuestion {
  const { scope, text, colours, notes, tag, grouping } = desk.notebook
  return {
    articleIds: articlesOf(desk),
    text,
    colours,
    notes,
    tag,
    grouping: scope === 'article' ? 'article' : grouping,
    timeZone,
  }
}

/** The same, or `null` where the page holds all of it: one article without a filter, or a desk that is not laid yet. */
export function questionForProgram(desk: WorkspaceState): NotebookQuestion | null {
  const isHeld = desk.notebook.scope === 'article' && !isFiltered(desk.notebook)
  return !desk.ready || isHeld ? null : questionOf(desk)
}
