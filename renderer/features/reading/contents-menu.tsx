// The contents of an article: its headings, the one that is being read marked; choosing one goes there.
import { TableOfContents } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Tooltip, TooltipTrigger } from 'react-aria-components'
import type { Article } from '../../../electron/contract/article.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { headingAt, headingsOf } from './headings.ts'
import './contents-menu.css'

/** Shows the button with the list; nothing for an article without headings. `index` counts the panes from 0. */
export function ContentsMenu({ article, index }: { article: Article; index: number }): ReactNode {
  const { workspace } = usePageState()
  const translate = useTranslate()
  /** The heading of what is being read when the list is opened. */
  const [here, setHere] = useState<number | null>(null)
  const headings = headingsOf(article)
  if (headings.length === 0) return null

  function noteHere(isOpen: boolean): void {
    const pane = workspace.store.getState().panes[index]
    if (isOpen && pane) setHere(headingAt(headings, workspace.topOffset(pane))?.start ?? null)
  }

  return (
    <MenuTrigger onOpenChange={noteHere}>
      <TooltipTrigger delay={600}>
        <Button
          className="icon-button"
          aria-label={translate('pane.contents')}
          data-command="reading.contents"
        >
          <TableOfContents size={16} strokeWidth={1.75} aria-hidden="true" />
        </Button>
        <Tooltip className="tooltip" placement="bottom" offset={6}>
          {translate('pane.contents')}
        </Tooltip>
      </TooltipTrigger>
      <Popover className="popover contents-popover" placement="bottom end">
        <Menu
          className="menu contents"
          aria-label={translate('pane.contents')}
          selectionMode="single"
          selectedKeys={here === null ? [] : [here]}
          onAction={(start) => workspace.jumpTo(index, Number(start))}
        >
          {headings.map(({ start, level, text }) => (
            <MenuItem
              key={start}
              id={start}
              className="menu-item contents-item"
              data-level={level}
              textValue={text}
              lang={article.language}
            >
              {text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
