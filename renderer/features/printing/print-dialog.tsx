// Asks, before the system's own dialog, whether notes go onto the paper.
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { FirstButton } from '../../ui/first-button.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { endnotesOf } from './endnotes.ts'

const none: readonly never[] = []

/** Shows the question while it stands. */
export function PrintDialog(): ReactNode {
  const { annotations, library, printing } = usePageState()
  const translate = useTranslate()
  const { asking, withNotes } = useStore(printing.store)
  const entry = useStore(library.store, ({ articles }) => articles[asking ?? ''])
  const entries = useStore(annotations.store, ({ byArticle }) => byArticle[asking ?? '']) ?? none
  if (asking === null || !entry || !('article' in entry)) return null
  const count = endnotesOf(entry.article, entries).length
  return (
    <ModalDialog title={translate('print.title')} size="small" onClose={printing.cancel}>
      <p className="print-name">{entry.article.title}</p>
      <label className="print-choice">
        <input
          type="checkbox"
          checked={withNotes}
          onChange={(event) => printing.setWithNotes(event.target.checked)}
        />
        <span>
          {translate('print.withNotes')}
          <span className="print-count">
            {translate('print.count', { highlights: entries.length, notes: count })}
          </span>
        </span>
      </label>
      <div className="modal-actions">
        <Button className="small-button" onPress={printing.cancel}>
          {translate('print.cancel')}
        </Button>
        <FirstButton className="small-button primary-button" onPress={() => printing.print()}>
          {translate('print.go')}
        </FirstButton>
      </div>
    </ModalDialog>
  )
}
