// The commands of the desk: its parts, its panes, and letting go.
import type { MessageId } from '../../messages/message-id.ts'
import type { PageState } from '../../state/page-state.ts'
import type { Command } from '../commands/command.ts'
import { inMenu } from '../commands/command.ts'
import { closePane, focusArticle, focusNextPart, focusPane, toggleSide } from './focus-parts.ts'

const panesOf = ({ workspace }: PageState) => workspace.store.getState().panes

const whyNoPane = (state: PageState): MessageId | null =>
  panesOf(state).length === 0 ? 'command.noPane' : null
const whyNoOtherPane = (state: PageState): MessageId | null =>
  panesOf(state).length < 2 ? 'command.noOtherPane' : null

function stepPane(state: PageState, step: 1 | -1): void {
  const count = panesOf(state).length
  focusPane(state, (state.workspace.store.getState().focusedPane + step + count) % count)
}

/** The selection first, then the caret, then a pane that has the middle to itself, then whatever holds the focus outside the article. */
function letGo(state: PageState): void {
  const { words } = state.selections.store.getState()
  const here = document.activeElement
  const isInArticle = here === document.body || here?.closest('.pane-scroll') != null
  if (words) words.letGo()
  else if (isInArticle && state.carets.store.getState().paneKey !== null) state.carets.leave()
  else if (isInArticle && state.workspace.store.getState().wide) state.workspace.toggleWide()
  else focusArticle(state)
}

/** See `Command`. */
export const deskCommands: readonly Command[] = [
  {
    id: 'desk.nextPart',
    title: 'command.desk.nextPart',
    group: 'desk',
    keys: ['F6'],
    when: 'anywhere',
    run: () => focusNextPart(false),
    repeats: true,
  },
  {
    id: 'desk.previousPart',
    title: 'command.desk.previousPart',
    group: 'desk',
    keys: ['Shift+F6'],
    when: 'anywhere',
    run: () => focusNextPart(true),
    repeats: true,
  },
  {
    ...inMenu('desk.nextPane'),
    title: 'command.desk.nextPane',
    group: 'desk',
    when: 'anywhere',
    whyNot: whyNoOtherPane,
    run: (state) => stepPane(state, 1),
  },
  {
    ...inMenu('desk.previousPane'),
    title: 'command.desk.previousPane',
    group: 'desk',
    when: 'anywhere',
    whyNot: whyNoOtherPane,
    run: (state) => stepPane(state, -1),
  },
  ...[1, 2, 3, 4].map((number): Command => ({
    id: `desk.pane${number}`,
    title: 'command.desk.pane',
    values: { number },
    group: 'desk',
    keys: [`Alt+Shift+${number}`],
    when: 'anywhere',
    whyNot: (state) => (panesOf(state).length < number ? 'command.noSuchPane' : null),
    run: (state) => focusPane(state, number - 1),
  })),
  {
    ...inMenu('desk.closePane'),
    title: 'command.desk.closePane',
    group: 'desk',
    when: 'anywhere',
    whyNot: whyNoPane,
    run(state) {
      const { panes, focusedPane } = state.workspace.store.getState()
      const pane = panes[focusedPane]
      if (pane) closePane(state, pane.key)
    },
  },
  {
    ...inMenu('desk.library'),
    title: 'command.desk.library',
    group: 'desk',
    when: 'anywhere',
    run: (state) => toggleSide(state, 'library'),
  },
  {
    ...inMenu('desk.notebook'),
    title: 'command.desk.notebook',
    group: 'desk',
    when: 'anywhere',
    run: (state) => toggleSide(state, 'notebook'),
  },
  {
    id: 'desk.letGo',
    title: 'command.desk.letGo',
    group: 'desk',
    keys: ['Escape'],
    when: 'outside text fields',
    run: letGo,
  },
]
