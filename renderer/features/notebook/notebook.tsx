// The notebook: the highlights and notes of this article, of the open ones, or of all, found again by words and colours.
import { ListChecks, StickyNote, Trash2 } from 'lucide-react'
import { memo } from 'react'
import type { ReactNode } from 'react'
import { Button, Radio, RadioGroup } from 'react-aria-components'
import { useStore } from 'zustand'
import { notebookScopes } from '../../../electron/contract/notebook.ts'
import { describeError } from '../../messages/describe-error.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { findListed } from '../../state/library-store.ts'
import { isFiltered } from '../../state/notebook-question.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { beginArticleNote, beginMemo } from '../annotations/begin-note.ts'
import { LostTray } from '../annotations/lost-tray.tsx'
import { Hint } from '../status/hint.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import { ExportMenu, ExportProgress } from './export-menu.tsx'
import { MemoBox } from './memo-box.tsx'
import { NotebookCount } from './notebook-count.tsx'
import { NotebookCard } from './notebook-card.tsx'
import { NotebookFilter } from './notebook-filter.tsx'
import { NotebookList } from './notebook-list.tsx'
import type { NotebookRows } from './use-notebook-rows.ts'
import { useNotebookRows } from './use-notebook-rows.ts'
import './notebook.css'

/** With fewer highlights than this, those of one article are seen at a glance, and filters are in the way. */
const worthFiltering = 4

const ScopeChoice = memo(function ScopeChoice(): ReactNode {
  const { workspace } = usePageState()
  const translate = useTranslate()
  const scope = useStore(workspace.store, ({ notebook }) => notebook.scope)
  return (
    <RadioGroup
      className="notebook-scope"
      orientation="horizontal"
      aria-label={translate('notebook.scope')}
      value={scope}
      onChange={(chosen) => {
        const next = notebookScopes.find((name) => name === chosen)
        if (next) workspace.changeNotebook({ scope: next })
      }}
    >
      <div className="segments-row">
        {notebookScopes.map((name) => (
          <Radio key={name} value={name} className="segment">
            {translate(`notebook.scope.${name}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
})

/** Why nothing is listed, and what to do next. */
function Empty({ inScope }: { inScope: number }): ReactNode {
  const { library, workspace } = usePageState()
  const translate = useTranslate()
  const { panes, focusedPane, notebook } = useStore(workspace.store)
  const articleId = panes[focusedPane]?.articleId
  const isMissing = useStore(library.store, ({ articles }) => {
    const known = articleId === undefined ? undefined : articles[articleId]
    return known !== undefined && 'error' in known
  })
  if (inScope > 0) {
    const clear = (): void => workspace.changeNotebook({ text: '', colours: [], notes: 'any', tag: null })
    return (
      <Notice
        title={translate('notebook.noMatch.title')}
        action={
          <Button className="small-button" onPress={clear}>
            {translate('notebook.noMatch.clear')}
          </Button>
        }
      >
        {translate('notebook.noMatch.advice')}
      </Notice>
    )
  }
  if (notebook.scope === 'all') {
    return <Notice title={translate('notebook.emptyAll.title')}>{translate('notebook.empty.advice')}</Notice>
  }
  if (notebook.scope === 'open' && panes.length > 0) {
    return <Notice title={translate('notebook.emptyOpen.title')}>{translate('notebook.empty.advice')}</Notice>
  }
  const which = notebook.scope === 'article' && articleId !== undefined && !isMissing ? 'empty' : 'none'
  return <Notice title={translate(`notebook.${which}.title`)}>{translate(`notebook.${which}.advice`)}</Notice>
}

function Failure({ error, retry }: NonNullable<NotebookRows['failure']>): ReactNode {
  const translate = useTranslate()
  return (
    <p className="notebook-failure" role="alert">
      {translate('notebook.failed')} {describeError(error, translate)}{' '}
      <Button className="link-button" onPress={retry}>
        {translate('action.retry')}
      </Button>
    </p>
  )
}

/** The title as it is listed: the article itself is read later, and what stands below would move down then. */
function ArticleTitle(): ReactNode {
  const { library, workspace } = usePageState()
  const articleId = useStore(workspace.store, ({ panes, focusedPane }) => panes[focusedPane]?.articleId)
  const title = useStore(library.store, (state) => findListed(state, articleId)?.title)
  return title === undefined ? null : <p className="notebook-article">{title}</p>
}

/** Begins a note that hangs on no words: on the article that is shown, or in the wider scopes a memo. */
function NewNote(): ReactNode {
  const state = usePageState()
  const translate = useTranslate()
  const { panes, focusedPane, notebook } = useStore(state.workspace.store)
  const pane = panes[focusedPane]
  const isOfArticle = notebook.scope === 'article' && pane !== undefined
  return (
    <IconButton
      icon={StickyNote}
      label={translate(isOfArticle ? 'notebook.newArticleNote' : 'notebook.newMemo')}
      onPress={() => (isOfArticle ? beginArticleNote(state) : beginMemo(state))}
    />
  )
}

/** Begins and ends the choosing of several cards. */
function ChoosingSwitch({ isDisabled }: { isDisabled: boolean }): ReactNode {
  const { selection } = usePageState()
  const translate = useTranslate()
  const isChoosing = useStore(selection.store, (state) => state.isChoosing)
  return (
    <IconButton
      icon={ListChecks}
      label={translate(isChoosing ? 'chosen.end' : 'chosen.begin')}
      isExpanded={isChoosing}
      isDisabled={isDisabled && !isChoosing}
      onPress={isChoosing ? selection.stop : selection.start}
    />
  )
}

/** The buttons of the head: not drawn again at each change of what is listed. */
const HeaderTools = memo(function HeaderTools({ isEmpty }: { isEmpty: boolean }): ReactNode {
  const { trash } = usePageState()
  const translate = useTranslate()
  return (
    <>
      <NewNote />
      <ChoosingSwitch isDisabled={isEmpty} />
      <ExportMenu isDisabled={isEmpty} />
      <IconButton icon={Trash2} label={translate('trash.open')} onPress={() => void trash.show()} />
    </>
  )
})

/** Shows the notebook. */
export const Notebook = memo(function Notebook(): ReactNode {
  const { notebook, workspace } = usePageState()
  const translate = useTranslate()
  const view = useStore(workspace.store, (state) => state.notebook)
  const { counts, failure, key, keyAt, rowAt, selectedPlace } = useNotebookRows()
  const { total = 0, found = 0, inScope = 0 } = counts ?? {}
  const isWide = view.scope !== 'article'
  const articleId = useStore(workspace.store, ({ panes, focusedPane }) => panes[focusedPane]?.articleId)
  return (
    <aside className="notebook" tabIndex={-1} aria-label={translate('notebook.name')}>
      <header className="notebook-header">
        <h2>{translate('notebook.name')}</h2>
        <NotebookCount counts={counts} />
        <HeaderTools isEmpty={total === 0} />
      </header>
      <ScopeChoice />
      <Hint name="highlight" />
      {counts && (inScope >= (isWide ? 1 : worthFiltering) || isFiltered(view)) && (
        <NotebookFilter colours={counts.colours} tags={counts.tags} />
      )}
      <ChosenBar shown={found} />
      <ExportProgress />
      {failure && <Failure {...failure} />}
      {!isWide && <ArticleTitle />}
      {!isWide && articleId && <LostTray articleId={articleId} />}
      <MemoBox />
      {total > 0 && (
        <NotebookList
          key={key}
          count={total}
          keyAt={keyAt}
          rowAt={rowAt}
          selectedPlace={selectedPlace}
          onView={notebook.show}
        >
          {(row, place) => <NotebookCard row={row} place={place} />}
        </NotebookList>
      )}
      {counts?.unread === 0 && total === 0 && <Empty inScope={inScope} />}
    </aside>
  )
})
