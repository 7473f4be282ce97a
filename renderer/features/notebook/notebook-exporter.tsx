// Takes what the notebook shows along as Markdown, whether its menu or a command asks for it: copied, or saved as a file.
import { useEffect, useEffectEvent } from 'react'
import { useStore } from 'zustand'
import { notebookFileName } from '../../../electron/contract/notebook.ts'
import { errorOf } from '../../api/error-of.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { fromStored } from '../../state/annotation-entry.ts'
import { questionOf } from '../../state/notebook-question.ts'
import { usePageState } from '../../state/page-state.ts'
import { saveText } from '../../state/save-file.ts'
import { countKinds, useKindWords } from './kind-words.ts'
import { writeMarkdown } from './notebook-markdown.ts'

/** Gives the way to all that is shown as Markdown, and hands it on; what goes wrong is told by a message. */
function useExport(): (way: 'copy' | 'save') => Promise<void> {
  const { library, notebookExport, settings, toasts, workspace } = usePageState()
  const translate = useTranslate()
  const kindWords = useKindWords()

  async function write(): Promise<{ text: string; words: string } | null> {
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
      words: kindWords(countKinds(entries.map(({ annotation }) => fromStored(annotation)))),
    }
  }

  async function handOn(way: 'copy' | 'save', text: string, words: string): Promise<void> {
    if (way === 'save') saveText(notebookFileName, text)
    else await navigator.clipboard.writeText(text)
    toasts.show({
      message: way === 'save' ? 'toast.notebookSaved' : 'toast.notebookCopied',
      values: { words },
    })
  }

  return async (way) => {
    try {
      const written = await write()
      if (written) await handOn(way, written.text, written.words)
    } catch (failure) {
      // The browser refuses where the page lacks the focus or the permission.
      if (failure instanceof DOMException) return toasts.show({ message: 'toast.notebookNotCopied' })
      toasts.show({ message: 'toast.notebookNotRead', error: errorOf(failure) })
    }
  }
}

/** Does what is asked for. It draws nothing: the notebook may be folded away. */
export function NotebookExporter(): null {
  const { notebookExport } = usePageState()
  const wish = useStore(notebookExport.store, (state) => state.wish)
  const exportAs = useExport()
  const begin = useEffectEvent((way: 'copy' | 'save'): void => {
    notebookExport.ask(null)
    void exportAs(way)
  })
  useEffect(() => {
    if (wish) begin(wish)
  }, [wish])
  return null
}
