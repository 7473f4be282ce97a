// Takes what the notebook shows along: as Markdown, copied or saved as a file.
import { FileDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useStore } from 'zustand'
import { notebookFileName } from '../../../electron/contract/notebook.ts'
import { errorOf } from '../../api/error-of.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { questionOf } from '../../state/notebook-question.ts'
import { saveText } from '../../state/save-file.ts'
import { ProgressLine } from '../../ui/progress-line.tsx'
import { writeMarkdown } from './notebook-markdown.ts'

/** Gives the way to all that is shown as Markdown, and hands it on; what goes wrong is told by a message. */
function useExport(): (way: 'copy' | 'save') => Promise<void> {
  const { library, notebookExport, settings, toasts, workspace } = usePageState()
  const translate = useTranslate()

  async function write(): Promise<{ text: string; count: number } | null> {
    const desk = workspace.store.getState()
    const { grouping = 'article' } = questionOf(desk)
    const entries = await notebookExport.collect()
    if (entries === null) return null
    const articles = new Map(library.store.getState().library?.articles.map((each) => [each.id, each]))
    const title = translate(`notebook.title.${desk.notebook.scope}`)
    const meanings = settings.store.getState().colourMeanings
    const findArticle = (id: string) => articles.get(id)
    return {
      text: writeMarkdown({ title, entries, grouping, findArticle, meanings, translate }),
      count: entries.length,
    }
  }

  async function handOn(way: 'copy' | 'save', text: string, count: number): Promise<void> {
    if (way === 'save') saveText(notebookFileName, text)
    else await navigator.clipboard.writeText(text)
    toasts.show({
      message: way === 'save' ? 'toast.notebookSaved' : 'toast.notebookCopied',
      values: { count },
    })
  }

  return async (way) => {
    try {
      const written = await write()
      if (written) await handOn(way, written.text, written.count)
    } catch (failure) {
      // The browser refuses where the page lacks the focus or the permission.
      if (failure instanceof DOMException) return toasts.show({ message: 'toast.notebookNotCopied' })
      toasts.show({ message: 'toast.notebookNotRead', error: errorOf(failure) })
    }
  }
}

/** Shows the button with its menu. */
export function ExportMenu({ isDisabled }: { isDisabled: boolean }): ReactNode {
  const translate = useTranslate()
  const exportAs = useExport()
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={translate('notebook.export')} isDisabled={isDisabled}>
        <FileDown size={16} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={(way) => void exportAs(way === 'copy' ? 'copy' : 'save')}>
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
