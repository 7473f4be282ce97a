// One article in the library or in the results: a press opens it, "Open beside" puts it next to the focused pane.
import { Check, Columns2 } from 'lucide-react'
import { memo } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useStore } from 'zustand'
import type { ArticleSummary } from '../../../electron/contract/article.ts'
import type { TextRange } from '../../../electron/contract/text-range.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import { draggedArticleType } from '../reading/drop-zone.ts'
import { sourceLine } from '../reading/source-line.ts'
import { followRowKeys } from './row-keys.ts'
import { useOpenArticle } from './use-open-article.ts'

/** The pane that a key asks for: 1 to 4, as a drop on that pane would. */
function paneNumberOf(event: KeyboardEvent): number | null {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
  return /^[1-4]$/.test(event.key) && !hasModifier ? Number(event.key) : null
}

const noMarks: readonly never[] = []

/** Shows a row. `range` is where opening leads; `children` stand below the source line. */
export const ArticleRow = memo(function ArticleRow(props: {
  article: ArticleSummary
  titleMarks?: readonly TextRange[]
  range?: TextRange | null
  children?: ReactNode
}): ReactNode {
  const { article, titleMarks = noMarks, range = null, children } = props
  const { reading, workspace } = usePageState()
  const translate = useTranslate()
  const { open, openBeside } = useOpenArticle()
  const paneIndex = useStore(workspace.store, ({ panes }) =>
    panes.findIndex(({ articleId }) => articleId === article.id),
  )
  const isRead = useStore(reading.store, ({ records }) => records[article.id]?.read === true)
  const titleId = `row-${article.id}`
  return (
    // The arrow keys only move the focus between the row's own buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className="article-row"
      data-article-row
      data-open={paneIndex >= 0}
      onKeyDown={followRowKeys}
      draggable
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData(draggedArticleType, article.id)
        dataTransfer.setData('text/plain', article.title)
        dataTransfer.effectAllowed = 'copy'
      }}
    >
      <button
        type="button"
        className="row-title"
        id={titleId}
        onClick={() => open(article.id, range)}
        onKeyDown={(event) => {
          const number = paneNumberOf(event)
          if (number !== null) workspace.openIn(article.id, number - 1)
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) openBeside(article.id, range)
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      >
        <MarkedText text={article.title} marks={titleMarks} />
      </button>
      <p className="row-source">
        {paneIndex >= 0 && (
          <span className="row-pane">{translate('row.openIn', { number: paneIndex + 1 })}</span>
        )}
        {isRead && (
          <span className="row-read">
            <Check size={12} strokeWidth={2.25} aria-hidden="true" />
            {translate('row.read')}
          </span>
        )}
        {sourceLine(article, translate)}
      </p>
      {children}
      <span className="row-action">
        <IconButton
          icon={Columns2}
          label={translate('row.openBeside')}
          keys="Mod+Enter"
          describedBy={titleId}
          onPress={() => openBeside(article.id, range)}
        />
      </span>
    </li>
  )
})
