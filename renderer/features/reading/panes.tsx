// The open articles side by side, or what to do where none is open.
import { Fragment, useEffect, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { GroupImperativeHandle } from 'react-resizable-panels'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { Notice } from '../../ui/notice.tsx'
import { Pane } from './pane.tsx'

/** Shows the panes. */
export function Panes(): ReactNode {
  const { workspace, search } = usePageState()
  const translate = useTranslate()
  const panes = useStore(workspace.store, (state) => state.panes)
  const openIds = panes.map((pane) => pane.articleId).join(' ')

  const keys = panes.map((pane) => pane.key).join(' ')
  const group = useRef<GroupImperativeHandle>(null)

  useEffect(() => search.lightOpenArticles(), [search, openIds])

  // The group keeps its own sizes while it stands; another set of panes takes the desk's.
  useLayoutEffect(() => {
    const { panes: current } = workspace.store.getState()
    const share = 100 / current.length
    group.current?.setLayout(Object.fromEntries(current.map(({ key, size }) => [key, size ?? share])))
  }, [workspace, keys])

  if (panes.length === 0) {
    return (
      <div className="no-pane">
        <Notice title={translate('panes.empty.title')}>{translate('panes.empty.advice')}</Notice>
      </div>
    )
  }
  return (
    <Group
      className="panes"
      groupRef={group}
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
