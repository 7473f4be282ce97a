// What else can be done with the article of a pane.
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { Article } from '../../../electron/contract/article.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { KeyWords } from '../../ui/key-words.tsx'
import { useKeysOf } from '../commands/use-keys-of.ts'

/** Shows the button with its menu. `index` counts the panes from 0. */
export function PaneMenu({ article, index }: { article: Article; index: number }): ReactNode {
  const { printing } = usePageState()
  const translate = useTranslate()
  const printKeys = useKeysOf()('print.article')
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={translate('pane.menu', { number: index + 1 })}>
        <Ellipsis size={16} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu">
          <MenuItem className="menu-item" onAction={() => printing.ask(article.id)}>
            {translate('pane.print')}
            <KeyWords of={printKeys} />
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
