// Takes what the notebook shows along: as Markdown, copied or saved as a file.
import { FileDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { ProgressLine } from '../../ui/progress-line.tsx'

/** Shows the button with its menu. */
export function ExportMenu({ isDisabled }: { isDisabled: boolean }): ReactNode {
  const translate = useTranslate()
  const { notebookExport } = usePageState()
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={translate('notebook.export')} isDisabled={isDisabled}>
        <FileDown size={16} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={(way) => notebookExport.ask(way === 'copy' ? 'copy' : 'save')}>
          <MenuItem className="menu-item" id="copy">
            {translate('notebook.export.copy')}
          </MenuItem>
          <MenuItem className="menu-item" id="save">
            {translate('notebook.export.save')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** Shows how far the reading for an export is, where it takes more than one window, and the way to end it. */
export function ExportProgress(): ReactNode {
  const { notebookExport } = usePageState()
  const translate = useTranslate()
  const progress = useStore(notebookExport.store, (state) => state.progress)
  if (progress === null || progress.total === 0 || progress.done >= progress.total) return null
  const { done, total } = progress
  return (
    <div className="notebook-progress">
      <ProgressLine label={translate('notebook.exporting', { done, total })} share={done / total} />
      <Button className="small-button" onPress={notebookExport.cancel}>
        {translate('notebook.cancel')}
      </Button>
    </div>
  )
}
