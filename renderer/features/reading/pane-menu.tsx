// All that can be done with a pane, in one menu: what has no room in its head is found here.
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useStore } from 'zustand'
import type { Article } from '../../../electron/contract/article.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { Pane } from '../../state/pane.ts'
import { usePageState } from '../../state/page-state.ts'
import { KeyWords } from '../../ui/key-words.tsx'
import { beginArticleNote } from '../annotations/begin-note.ts'
import { useKeysOf } from '../commands/use-keys-of.ts'
import { goThroughHistory, openFind } from './pane-actions.ts'

interface Item {
  id: 'find' | 'back' | 'forward' | 'wide' | 'moveLeft' | 'moveRight' | 'note' | 'read' | 'print'
  label: string
  isDisabled?: boolean
  run: () => void
}

/** The commands of other features that stand in the menu. */
const commandIds: Partial<Record<Item['id'], string>> = {
  note: 'notes.article',
  read: 'library.toggleRead',
  print: 'print.article',
}

/** Shows the button with the menu; `index` counts the panes from 0, `article` is `null` where it cannot be shown. */
export function PaneMenu(props: { pane: Pane; index: number; article: Article | null }): ReactNode {
  const { pane, index, article } = props
  const state = usePageState()
  const { printing, reading, workspace } = state
  const translate = useTranslate()
  const keysOf = useKeysOf()
  const count = useStore(workspace.store, ({ panes }) => panes.length)
  const isRead = useStore(reading.store, ({ records }) => records[pane.articleId]?.read === true)
  const wide = useStore(workspace.store, (desk) => desk.wide)
  const items: Item[] = [
    { id: 'find', label: translate('find.open'), run: () => openFind(state, index) },
    {
      id: 'back',
      label: translate('pane.back'),
      isDisabled: pane.back.length === 0,
      run: () => goThroughHistory(state, index, 'back'),
    },
    {
      id: 'forward',
      label: translate('pane.forward'),
      isDisabled: pane.forward.length === 0,
      run: () => goThroughHistory(state, index, 'forward'),
    },
    {
      id: 'wide',
      label: translate(wide ? 'pane.beside' : 'pane.wide'),
      isDisabled: count < 2,
      run: () => {
        workspace.focusPane(index)
        workspace.toggleWide()
      },
    },
    {
      id: 'moveLeft',
      label: translate('pane.moveLeft'),
      isDisabled: index === 0,
      run: () => workspace.move(index, -1),
    },
    {
      id: 'moveRight',
      label: translate('pane.moveRight'),
      isDisabled: index === count - 1,
      run: () => workspace.move(index, 1),
    },
    {
      id: 'note',
      label: translate('command.notes.article'),
      isDisabled: article === null,
      run: () => beginArticleNote(state, index),
    },
    {
      id: 'read',
      label: translate(isRead ? 'pane.markUnread' : 'pane.markRead'),
      isDisabled: article === null,
      run: () => void reading.mark(pane.articleId, !isRead),
    },
    {
      id: 'print',
      label: translate('pane.print'),
      isDisabled: article === null,
      run: () => article && printing.ask(article.id),
    },
  ]
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={translate('pane.menu', { number: index + 1 })}>
        <Ellipsis size={16} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={translate('pane.menu', { number: index + 1 })}
          disabledKeys={items.filter(({ isDisabled }) => isDisabled).map(({ id }) => id)}
          onAction={(chosen) => items.find(({ id }) => id === chosen)?.run()}
        >
          {items.map(({ id, label }) => (
            <MenuItem key={id} id={id} className="menu-item" textValue={label}>
              {label}
              <KeyWords of={keysOf(commandIds[id] ?? `reading.${id}`)} />
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
