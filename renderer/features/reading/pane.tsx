// One open article: header, ribbon, text with its highlights, margin marks and the toolbar of a selection.
import { useStore } from 'zustand'
import { memo, useEffect, useId } from 'react'
import type { ReactNode } from 'react'
import { describeError } from '../../messages/describe-error.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { Pane as PaneOnDesk } from '../../state/pane.ts'
import { usePageState } from '../../state/page-state.ts'
import { Notice } from '../../ui/notice.tsx'
import { ArticlePage } from './article-page.tsx'
import { DropMark } from './drop-mark.tsx'
import { FindBar } from './find-bar.tsx'
import { PaneHeader } from './pane-header.tsx'
import { useDrop } from './use-drop.ts'
import './pane.css'

/**
 * Shows the article of a pane, or why it cannot be shown. `index` counts the panes from 0. Drawn anew only where the pane
 * itself changes: the desk does so with every step of every pane.
 */
export const Pane = memo(function Pane({ pane, index }: { pane: PaneOnDesk; index: number }): ReactNode {
  const state = usePageState()
  const translate = useTranslate()
  const ribbonId = useId()
  const entry = useStore(state.library.store, ({ articles }) => articles[pane.articleId])
  const focused = useStore(state.workspace.store, ({ focusedPane }) => focusedPane === index)
  const finding = useStore(state.find.store, ({ byPane }) => byPane[pane.key])
  const { zone, handlers } = useDrop(index)
  const takeFocus = (): void => state.workspace.focusPane(index)

  const isMissing = entry !== undefined && 'error' in entry
  const isAnnotated = useStore(state.annotations.store, ({ byArticle }) => pane.articleId in byArticle)

  useEffect(() => {
    if (!entry) void state.library.readArticle(pane.articleId)
  }, [state, entry, pane.articleId])

  const article = entry && 'article' in entry ? entry.article : null
  const isThere = article !== null

  // After the text, which is what a reader waits for: many cards take longer to draw than an article.
  useEffect(() => {
    if (isThere && !isAnnotated) void state.annotations.readOnce(pane.articleId)
  }, [state, isThere, isAnnotated, pane.articleId])

  return (
    <section
      className="pane"
      aria-label={translate('pane.name', { number: index + 1 })}
      data-pane={pane.key}
      data-focused={focused}
      onFocusCapture={takeFocus}
      onPointerDownCapture={takeFocus}
      {...handlers}
    >
      <PaneHeader pane={pane} index={index} article={article} />
      {finding && article && <FindBar paneKey={pane.key} index={index} find={finding} />}
      {article?.retelling && (
        <p className="ribbon" id={ribbonId}>
          {translate('pane.retelling')}
        </p>
      )}
      {article && <ArticlePage pane={pane} index={index} article={article} describedBy={ribbonId} />}
      {isMissing && (
        <Notice title={translate('pane.notThere')}>{describeError(entry.error, translate)}</Notice>
      )}
      <DropMark zone={zone} />
    </section>
  )
})
