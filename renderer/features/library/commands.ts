// The commands of the library.
import { flushSync } from 'react-dom'
import { pressButton } from '../../ui/press-button.ts'
import type { PageState } from '../../state/page-state.ts'
import type { MessageId } from '../../messages/message-id.ts'
import { emptyFilter, isFiltering } from '../../state/empty-filter.ts'
import type { Command } from '../commands/command.ts'

const articleIn = ({ workspace }: PageState): string | null => {
  const { panes, focusedPane } = workspace.store.getState()
  return panes[focusedPane]?.articleId ?? null
}

const whyNoArticle = (state: PageState): MessageId | null =>
  articleIn(state) === null ? 'command.noPane' : null

/** See `Command`. */
export const libraryCommands: readonly Command[] = [
  {
    id: 'library.toggleRead',
    title: 'command.library.toggleRead',
    group: 'reading',
    keys: ['Alt+Shift+R'],
    when: 'anywhere',
    whyNot: whyNoArticle,
    run(state) {
      const articleId = articleIn(state)
      if (articleId === null) return
      const isRead = state.reading.store.getState().records[articleId]?.read === true
      void state.reading.mark(articleId, !isRead)
    },
  },
  {
    id: 'library.filter',
    title: 'command.library.filter',
    group: 'search',
    keys: [],
    when: 'anywhere',
    run({ workspace }) {
      flushSync(() => workspace.showLibrary())
      pressButton('library.filter')
    },
  },
  {
    id: 'library.clearFilter',
    title: 'command.library.clearFilter',
    group: 'search',
    keys: [],
    when: 'anywhere',
    whyNot: ({ workspace }) =>
      isFiltering(workspace.store.getState().listing.filter) ? null : 'command.noFilter',
    run: ({ workspace }) => workspace.changeListing({ filter: emptyFilter }),
  },
]
