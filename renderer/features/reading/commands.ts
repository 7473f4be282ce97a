// The commands of reading: finding in an article, the way back, and where its pane stands.
import { flushSync } from 'react-dom'
import type { MessageId } from '../../messages/message-id.ts'
import type { Pane } from '../../state/pane.ts'
import type { PageState } from '../../state/page-state.ts'
import { pressButton } from '../../ui/press-button.ts'
import type { Command } from '../commands/command.ts'
import { focusArticle } from '../desk/focus-parts.ts'
import { headingsOf } from './headings.ts'
import { goThroughHistory, openFind } from './pane-actions.ts'

const focusedIndex = ({ workspace }: PageState): number => workspace.store.getState().focusedPane
const focusedPane = (state: PageState): Pane | undefined =>
  state.workspace.store.getState().panes[focusedIndex(state)]

const whyNoPane = (state: PageState): MessageId | null => (focusedPane(state) ? null : 'command.noPane')
const whyNoOtherPane = ({ workspace }: PageState): MessageId | null =>
  workspace.store.getState().panes.length < 2 ? 'command.noOtherPane' : null

const historyCommand = (direction: 'back' | 'forward', keys: readonly string[]): Command => ({
  id: `reading.${direction}`,
  title: `command.reading.${direction}`,
  group: 'reading',
  keys,
  when: 'outside text fields',
  whyNot: (state) => (focusedPane(state)?.[direction].length ? null : 'command.noWay'),
  run: (state) => goThroughHistory(state, focusedIndex(state), direction),
  repeats: true,
})

const moveCommand = (id: 'moveLeft' | 'moveRight', step: 1 | -1, keys: readonly string[]): Command => ({
  id: `reading.${id}`,
  title: `command.reading.${id}`,
  group: 'reading',
  keys,
  when: 'anywhere',
  whyNot(state) {
    const { panes } = state.workspace.store.getState()
    return panes[focusedIndex(state) + step] ? null : 'command.noNeighbour'
  },
  run: (state) => state.workspace.move(focusedIndex(state), step),
})

function whyNoHeadings(state: PageState): MessageId | null {
  const pane = focusedPane(state)
  if (!pane) return 'command.noPane'
  const known = state.library.store.getState().articles[pane.articleId]
  return known && 'article' in known && headingsOf(known.article).length > 0 ? null : 'command.noHeadings'
}

/** Sets the reading caret in the focused pane, from wherever it is called. */
function setCaret(state: PageState): void {
  const pane = focusedPane(state)
  if (!pane) return
  focusArticle(state)
  state.carets.set(pane.key)
}

/** See `Command`. */
export const readingCommands: readonly Command[] = [
  {
    id: 'reading.find',
    title: 'command.reading.find',
    group: 'reading',
    keys: ['Mod+F'],
    when: 'anywhere',
    whyNot: whyNoPane,
    run: (state) => openFind(state, focusedIndex(state)),
  },
  {
    id: 'reading.caret',
    title: 'command.reading.caret',
    group: 'reading',
    keys: ['Enter'],
    when: 'article',
    whyNot: whyNoPane,
    run: setCaret,
  },
  {
    id: 'reading.contents',
    title: 'command.reading.contents',
    group: 'reading',
    keys: ['Alt+Shift+C'],
    when: 'anywhere',
    whyNot: whyNoHeadings,
    run(state) {
      const key = focusedPane(state)?.key ?? ''
      pressButton('reading.contents', document.querySelector(`[data-pane="${CSS.escape(key)}"]`))
    },
  },
  // The first are those that browsers know, which some of them keep for themselves.
  historyCommand('back', ['Alt+ArrowLeft', 'Mod+[']),
  historyCommand('forward', ['Alt+ArrowRight', 'Mod+]']),
  {
    id: 'reading.wide',
    title: 'command.reading.wide',
    group: 'reading',
    keys: ['Alt+Shift+F'],
    when: 'anywhere',
    whyNot: whyNoOtherPane,
    run(state) {
      flushSync(() => state.workspace.toggleWide())
      focusArticle(state)
    },
  },
  moveCommand('moveLeft', -1, ['Alt+Shift+ArrowLeft']),
  moveCommand('moveRight', 1, ['Alt+Shift+ArrowRight', 'Mod+Alt+S']),
]
