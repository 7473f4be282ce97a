// The open articles side by side, or one of them with the others' names above it, or what to do where none is open.
import { Fragment, memo, useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useStore } from 'zustand'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { Notice } from '../../ui/notice.tsx'
import { useIsSmall } from '../../ui/use-is-narrow.ts'
import { useWidth } from '../../ui/use-width.ts'
import { Hint } from '../status/hint.tsx'
import { DropMark } from './drop-mark.tsx'
import { roomForPanes } from './pane-room.ts'
import { PaneStrip } from './pane-strip.tsx'
import { Pane } from './pane.tsx'
import { useDrop } from './use-drop.ts'
import { usePaneFloor } from './use-pane-floor.ts'

function NoPane(): ReactNode {
  const translate = useTranslate()
  const { zone, handlers } = useDrop(0)
  return (
    <div className="no-pane" {...handlers}>
      <Notice title={translate('panes.empty.title')}>{translate('panes.empty.advice')}</Notice>
      <DropMark zone={zone} />
    </div>
  )
}

function SideBySide(): ReactNode {
  const { workspace } = usePageState()
  const translate = useTranslate()
  const panes = useStore(workspace.store, (state) => state.panes)
  const floor = usePaneFloor()
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
            minSize={floor}
            defaultSize={pane.size === null ? `${100 / panes.length}` : `${pane.size}`}
          >
            <Pane pane={pane} index={index} />
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}

function OnePane(): ReactNode {
  const { workspace } = usePageState()
  const { panes, focusedPane } = useStore(workspace.store)
  const pane = panes[focusedPane]
  return (
    pane && (
      <div className="one-pane">
        <Pane key={pane.key} pane={pane} index={focusedPane} />
      </div>
    )
  )
}

/**
 * Shows the panes. `roomToCome`: CSS pixels that they will have once the sides have given way, which takes them some
 * frames; to show one pane meanwhile would take the others off the page and bring them back.
 */
export const Panes = memo(function Panes({ roomToCome }: { roomToCome: number }): ReactNode {
  const { workspace, search } = usePageState()
  const room = useRef<HTMLDivElement>(null)
  const width = useWidth(room)
  const openIds = useStore(workspace.store, ({ panes }) => panes.map((pane) => pane.articleId).join(' '))
  const count = useStore(workspace.store, ({ panes }) => panes.length)
  const wide = useStore(workspace.store, (state) => state.wide)
  const isSmall = useIsSmall()
  const floor = usePaneFloor()
  const isTight = isSmall || (width !== null && Math.max(width, roomToCome) < roomForPanes(count, floor))
  const isSingle = count > 1 && (wide || isTight)

  useEffect(() => search.lightOpenArticles(), [search, openIds])

  return (
    <>
      {count > 1 && !isSingle && <Hint name="beside" />}
      <div className="panes-room" ref={room}>
        {isSingle && <PaneStrip canLeave={wide && !isTight} />}
        {count === 0 ? <NoPane /> : isSingle ? <OnePane /> : <SideBySide />}
      </div>
    </>
  )
})
