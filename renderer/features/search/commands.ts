// The commands of searching.
import { flushSync } from 'react-dom'
import type { MessageId } from '../../messages/message-id.ts'
import { isFiltering } from '../../state/empty-filter.ts'
import type { PageState } from '../../state/page-state.ts'
import { pressButton } from '../../ui/press-button.ts'
import type { Command } from '../commands/command.ts'
import { inMenu } from '../commands/command.ts'
import { searchFieldId } from './search-field-id.ts'
import { stepMatch } from './step-match.ts'

function goToSearch({ workspace }: PageState): void {
  // Drawn at once: the letters that are typed next must find the field.
  flushSync(() => workspace.showLibrary())
  const field = document.getElementById(searchFieldId)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}

/** Presses a button of the library, which is shown first. */
const pressInLibrary =
  (id: string) =>
  ({ workspace }: PageState): void => {
    flushSync(() => workspace.showLibrary())
    pressButton(id)
  }

function whyNoMatch({ find, search, workspace }: PageState): MessageId | null {
  const { panes, focusedPane } = workspace.store.getState()
  if (find.store.getState().byPane[panes[focusedPane]?.key ?? '']) return null
  const matches = search.store.getState().matches[panes[focusedPane]?.articleId ?? '']
  return matches?.length ? null : 'command.noMatch'
}

const step =
  (direction: 1 | -1) =>
  (state: PageState): void => {
    const { focusedPane } = state.workspace.store.getState()
    // The find bar of the pane comes before the query of the whole library.
    if (!state.find.step(focusedPane, direction)) stepMatch(state, focusedPane, direction)
  }

/** See `Command`. */
export const searchCommands: readonly Command[] = [
  {
    ...inMenu('search.library'),
    title: 'command.search.library',
    group: 'search',
    when: 'anywhere',
    run: goToSearch,
  },
  {
    ...inMenu('search.nextMatch'),
    title: 'command.search.nextMatch',
    group: 'search',
    when: 'anywhere',
    whyNot: whyNoMatch,
    run: step(1),
    repeats: true,
  },
  {
    ...inMenu('search.previousMatch'),
    title: 'command.search.previousMatch',
    group: 'search',
    when: 'anywhere',
    whyNot: whyNoMatch,
    run: step(-1),
    repeats: true,
  },
  {
    id: 'search.save',
    title: 'command.search.save',
    group: 'search',
    keys: [],
    when: 'anywhere',
    whyNot: ({ search, workspace }) =>
      search.store.getState().query.trim() === '' && !isFiltering(workspace.store.getState().listing.filter)
        ? 'command.noQuery'
        : null,
    run: pressInLibrary('search.save'),
  },
  {
    id: 'search.help',
    title: 'command.search.help',
    group: 'search',
    keys: [],
    when: 'anywhere',
    run: pressInLibrary('search.help'),
  },
  {
    id: 'search.clear',
    title: 'command.search.clear',
    group: 'search',
    keys: [],
    when: 'anywhere',
    whyNot: ({ search }) => (search.store.getState().query === '' ? 'command.noQuery' : null),
    run({ search, workspace }) {
      workspace.forgetMatches()
      search.setQuery('')
    },
  },
]
