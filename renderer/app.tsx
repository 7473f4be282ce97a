// The page: bar on top, library at the left, panes in the middle, notebook at the right.
import { BookOpen, Command, NotebookPen, PanelLeft } from 'lucide-react'
import { memo } from 'react'
import type { ReactNode } from 'react'
import type { Layout } from 'react-resizable-panels'
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { CommandPalette } from './features/commands/command-palette.tsx'
import { useFocusGuard } from './features/desk/use-focus-guard.ts'
import { KeyChoice } from './features/commands/key-choice.tsx'
import { KeySheet } from './features/commands/key-sheet.tsx'
import { useCommandKeys } from './features/commands/use-command-keys.ts'
import { useKeysOf } from './features/commands/use-keys-of.ts'
import { RestoreDialog } from './features/data/restore-dialog.tsx'
import { isLibraryShown } from './features/desk/focus-parts.ts'
import { sideFloors } from './features/desk/fit-sides.ts'
import { useTypingGuard } from './features/desk/use-typing-guard.ts'
import { useDeskFloor } from './features/desk/use-desk-floor.ts'
import { useFittingWidth } from './features/desk/use-fitting-width.ts'
import { DesksPopover } from './features/desks/desks-popover.tsx'
import { LibraryPanel } from './features/library/library-panel.tsx'
import { NotebookExporter } from './features/notebook/notebook-exporter.tsx'
import { Notebook } from './features/notebook/notebook.tsx'
import { Panes } from './features/reading/panes.tsx'
import { useMouseHistory } from './features/reading/use-mouse-history.ts'
import { PrintDialog } from './features/printing/print-dialog.tsx'
import { PrintSheet } from './features/printing/print-sheet.tsx'
import { SettingsButton, SettingsDialog } from './features/settings/settings-dialog.tsx'
import { Banners } from './features/status/banners.tsx'
import { Toasts } from './features/status/toasts.tsx'
import { useUnloadGuard } from './features/status/use-unload-guard.ts'
import { TrashDialog } from './features/trash/trash-dialog.tsx'
import { useTranslate } from './messages/use-translate.ts'
import { usePageState } from './state/page-state.ts'
import type { WorkspaceState } from './state/workspace-store.ts'
import { useColourLines } from './theme/use-colour-lines.ts'
import { useTheme } from './theme/use-theme.ts'
import { IconButton } from './ui/icon-button.tsx'
import { Mark } from './ui/mark.tsx'
import { useIsNarrow, useIsSmall } from './ui/use-is-narrow.ts'
import './app.css'

type SidePart = 'sheetOpen' | 'libraryOpen' | 'drawerOpen' | 'notebookOpen'

const Bar = memo(function Bar(): ReactNode {
  const { overlays, workspace } = usePageState()
  const translate = useTranslate()
  const isSmall = useIsSmall()
  const isNarrow = useIsNarrow()
  const library = isSmall ? 'sheetOpen' : 'libraryOpen'
  const libraryOpen = useStore(workspace.store, (state) => isLibraryShown(state, { isNarrow, isSmall }))
  const keysOf = useKeysOf()
  const notebook = isNarrow ? 'drawerOpen' : 'notebookOpen'
  const notebookOpen = useStore(workspace.store, (state) => state[notebook])
  /** What lies over the panes puts away what lay there before. */
  function toggle(part: SidePart, isOpen: boolean): void {
    workspace.showPanes()
    workspace.store.setState({ [part]: !isOpen })
  }
  return (
    <header className="bar">
      <h1 className="brand">
        <Mark />
        {translate('app.name')}
      </h1>
      <div className="bar-tools">
        <DesksPopover />
        <IconButton
          icon={Command}
          label={translate('command.commands.palette')}
          keys={keysOf('commands.palette')}
          onPress={() => overlays.show('palette')}
        />
        <SettingsButton />
        <span className="bar-line" />
        <IconButton
          icon={PanelLeft}
          label={translate('bar.library')}
          keys={keysOf('desk.library')}
          isExpanded={libraryOpen}
          onPress={() => toggle(library, libraryOpen)}
        />
        <IconButton
          icon={NotebookPen}
          label={translate('bar.notebook')}
          keys={keysOf('desk.notebook')}
          isExpanded={notebookOpen}
          onPress={() => toggle(notebook, notebookOpen)}
        />
      </div>
    </header>
  )
})

/** What the sides need of the desk: the store itself changes whenever a pane is scrolled. */
function pickSides(desk: WorkspaceState) {
  const { libraryOpen, libraryWidth, notebookOpen, notebookWidth, drawerOpen, sheetOpen } = desk
  return { libraryOpen, libraryWidth, notebookOpen, notebookWidth, drawerOpen, sheetOpen }
}

/** A side that lies over the panes, or in the place of the other; Esc puts it away. */
function Drawer({ className, children }: { className: string; children: ReactNode }): ReactNode {
  const { workspace } = usePageState()
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc is a second way; the bar's button is the first
    <div className={className} onKeyDown={(event) => event.key === 'Escape' && workspace.showPanes()}>
      {children}
    </div>
  )
}

/** The width of a side with `share` percent of `room`, in CSS pixels; `null` where it is as wide as the window let it be. */
function chosenWidth(share: number | undefined, room: number, fitting: number): number | null {
  if (share === undefined) return null
  const width = (share / 100) * room
  return Math.abs(width - fitting) < 1 ? null : Math.round(width)
}

/** The library's place in a narrow window: no wider, whatever was chosen in a wide one. */
const narrowLibrary = 264

function Sides(): ReactNode {
  const { workspace } = usePageState()
  const translate = useTranslate()
  const narrow = useIsNarrow()
  const small = useIsSmall()
  const { libraryOpen, libraryWidth, notebookOpen, notebookWidth, drawerOpen, sheetOpen } = useStore(
    workspace.store,
    useShallow(pickSides),
  )
  // Over the panes it would hide the second one; in the library's place the articles stay where they are.
  const sharesSide = narrow && !small && drawerOpen
  const showsLibrary = (libraryOpen || sharesSide) && !small
  const showsNotebook = notebookOpen && !narrow
  const wishedLibrary = narrow ? Math.min(libraryWidth, narrowLibrary) : libraryWidth
  const { floor, fitting } = useDeskFloor({
    library: showsLibrary ? wishedLibrary : 0,
    notebook: showsNotebook ? notebookWidth : 0,
  })
  const libraryPanel = usePanelRef()
  const deskPanel = usePanelRef()
  const notebookPanel = usePanelRef()
  useFittingWidth(libraryPanel, fitting.library)
  useFittingWidth(notebookPanel, fitting.notebook)

  /**
   * Only of a side that was moved: one that gave way in a narrow window is not as wide as the reader chose. The panels
   * themselves are still as wide as before, all together as wide as they will be.
   */
  function keepWidths(shares: Layout): void {
    const panels = [libraryPanel, deskPanel, notebookPanel]
    const room = panels.reduce((sum, { current }) => sum + (current?.getSize().inPixels ?? 0), 0)
    const library = chosenWidth(shares['library'], room, fitting.library)
    const notebook = chosenWidth(shares['notebook'], room, fitting.notebook)
    workspace.store.setState({
      ...(library !== null && { libraryWidth: library }),
      ...(notebook !== null && { notebookWidth: notebook }),
    })
  }
  return (
    <Group
      className="sides"
      onLayoutChanged={(shares, { isUserInteraction }) => {
        if (isUserInteraction) keepWidths(shares)
      }}
    >
      {showsLibrary && (
        <>
          <Panel
            id="library"
            panelRef={libraryPanel}
            minSize={sideFloors.library}
            maxSize={480}
            defaultSize={fitting.library}
            groupResizeBehavior="preserve-pixel-size"
          >
            {sharesSide ? (
              <Drawer className="side-drawer">
                <Notebook />
              </Drawer>
            ) : (
              <LibraryPanel />
            )}
          </Panel>
          <Separator
            className="separator side-separator"
            aria-label={translate(sharesSide ? 'bar.resizeNotebook' : 'bar.resizeLibrary')}
          />
        </>
      )}
      <Panel id="desk" panelRef={deskPanel} minSize={floor}>
        <div className="desk" id="desk-articles" tabIndex={-1}>
          <Panes roomToCome={floor} />
        </div>
      </Panel>
      {showsNotebook && (
        <>
          <Separator className="separator side-separator" aria-label={translate('bar.resizeNotebook')} />
          <Panel
            id="notebook"
            panelRef={notebookPanel}
            minSize={sideFloors.notebook}
            maxSize={520}
            defaultSize={fitting.notebook}
            groupResizeBehavior="preserve-pixel-size"
          >
            <Notebook />
          </Panel>
        </>
      )}
      {sheetOpen && small && (
        <Drawer className="drawer sheet">
          <LibraryPanel />
        </Drawer>
      )}
      {drawerOpen && small && (
        <Drawer className="drawer">
          <Notebook />
        </Drawer>
      )}
    </Group>
  )
}

function Opening(): ReactNode {
  const translate = useTranslate()
  return (
    <p className="opening" role="status">
      <BookOpen size={20} strokeWidth={1.5} aria-hidden="true" />
      {translate('app.opening')}
    </p>
  )
}

/** What lies over the page, or waits to. Made once: whatever is said to the page anew, these listen for themselves. */
const overThePage = (
  <>
    <SettingsDialog />
    <CommandPalette />
    <KeySheet />
    <KeyChoice />
    <RestoreDialog />
    <TrashDialog />
    <PrintDialog />
    <PrintSheet />
    <NotebookExporter />
    <Toasts />
  </>
)

/** Shows the whole page. */
export function App(): ReactNode {
  const { settings, workspace } = usePageState()
  const translate = useTranslate()
  const ready = useStore(workspace.store, (state) => state.ready)
  useTheme(useStore(settings.store), ready)
  useColourLines(useStore(settings.store, (state) => state.colourLines))
  useCommandKeys()
  useFocusGuard()
  useTypingGuard()
  useMouseHistory()
  useUnloadGuard()
  return (
    <div className="app">
      <a className="skip-link" href="#desk-articles">
        {translate('app.skip')}
      </a>
      <Bar />
      <main className="workplace" aria-label={translate('desk.name')}>
        <Banners />
        {ready ? <Sides /> : <Opening />}
      </main>
      {overThePage}
    </div>
  )
}
