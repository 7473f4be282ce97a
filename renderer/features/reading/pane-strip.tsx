// Where one pane has room, or was given all of it: the open articles in a row, to go from one to the other.
import { Columns2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useKeysOf } from '../commands/use-keys-of.ts'
import './pane-strip.css'

/** Shows the row; nothing where one article is open. `canLeave` offers to put the panes side by side again. */
export function PaneStrip({ canLeave }: { canLeave: boolean }): ReactNode {
  const { library, workspace } = usePageState()
  const translate = useTranslate()
  const keysOf = useKeysOf()
  const panes = useStore(workspace.store, (state) => state.panes)
  const focusedPane = useStore(workspace.store, (state) => state.focusedPane)
  const titles = useStore(library.store, (state) => state.library?.articles)
  if (panes.length < 2) return null
  return (
    <div className="pane-strip" role="group" aria-label={translate('panes.strip')}>
      {panes.map(({ key, articleId }, index) => (
        <Button
          key={key}
          className="pane-strip-button"
          aria-current={index === focusedPane}
          onPress={() => workspace.focusPane(index)}
        >
          <span className="pane-strip-number">{index + 1}</span>
          <span className="pane-strip-title">
            {titles?.find(({ id }) => id === articleId)?.title ?? articleId}
          </span>
        </Button>
      ))}
      {canLeave && (
        <IconButton
          icon={Columns2}
          label={translate('pane.beside')}
          keys={keysOf('reading.wide')}
          onPress={workspace.toggleWide}
        />
      )}
    </div>
  )
}
