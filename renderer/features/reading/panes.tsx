// The open articles side by side, or what to do where none is open.
import { Fragment, useEffect } from 'react'
import type { ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { Notice } from '../../ui/notice.tsx'
import { useIsSmall } from '../../ui/use-is-narrow.ts'
import { PaneStrip } from './pane-strip.tsx'
import { Pane } from './pane.tsx'

/** Shows the panes. */
export function Panes(): ReactNode {
  const { workspace, search } = usePageState()
  const translate = useTranslate()
  const panes = useStore(workspace.store, (state) => state.panes)
  const focusedPane = useStore(workspace.store, (state) => state.focusedPane)
  const isSmall = useIsSmall()
  const openIds = panes.map((pane) => pane.articleId).join(' ')

  useEffect(() => search.lightOpenArticles(), [search, openIds])

  if (panes.length === 0) {
    return (
      <div className="no-pane">
        <Notice title={translate('panes.empty.title')}>{translate('panes.empty.advice')}</Notice>
      </div>
    )
  }
  const shown = panes[focusedPane]
  if (isSmall && shown) {
    return (
      <>
        <PaneStrip />
        <div className="panes">
          <Pane key={shown.key} pane={shown} index={focusedPane} />
        </div>
      </>
    )
  }
  return (
    <Group
      className="panes"
      onLayoutChanged={(sizes, { isUserInteraction }) => {
        if (isUserInteraction) workspace.setSizes(sizes)
      }}
    >
      {panes.map((pane, index) => (
        <Fragment key={pane.key}>
          {index > 0 && (
            <Separator
              className="separator"
              aria-label={translate('panes.separator', { left: index, right: index + 1 })}
            />
          )}
          <Panel
            id={pane.key}
            minSize="12"
            defaultSize={pane.size === null ? `${100 / panes.length}` : `${pane.size}`}
          >
            <Pane pane={pane} index={index} />
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}
