// The head of a pane: which article, whose, when; the matches in it; the ways through it and out of it.
import { ArrowLeft, ArrowRight, ChevronDown, ChevronUp, X } from 'lucide-react'
import { memo } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Article, ArticleSummary } from '../../../electron/contract/article.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { findListed } from '../../state/library-store.ts'
import type { Pane } from '../../state/pane.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useKeysOf } from '../commands/use-keys-of.ts'
import { closePane } from '../desk/focus-parts.ts'
import { stepMatch } from '../search/step-match.ts'
import { ContentsMenu } from './contents-menu.tsx'
import { goThroughHistory } from './pane-actions.ts'
import { PaneMenu } from './pane-menu.tsx'
import { sourceLine, sourceParts } from './source-line.ts'

function MatchSteps({ pane, index }: { pane: Pane; index: number }): ReactNode {
  const state = usePageState()
  const translate = useTranslate()
  const keysOf = useKeysOf()
  const lit = useStore(state.search.store, ({ answer }) => answer !== null && !answer.tooShort)
  const count = useStore(state.search.store, ({ matches }) => matches[pane.articleId]?.length)
  // Nothing is said of an article that has not been looked through yet.
  if (!lit || count === undefined) return null
  if (count === 0) return <span className="match-count">{translate('pane.noMatch')}</span>
  const words =
    pane.currentMatch === null
      ? translate('pane.matches', { count })
      : translate('pane.matchOf', { current: pane.currentMatch + 1, count })
  return (
    <span className="match-steps">
      <span className="match-count">{words}</span>
      <IconButton
        icon={ChevronUp}
        label={translate('pane.previousMatch')}
        keys={keysOf('search.previousMatch')}
        onPress={() => stepMatch(state, index, -1)}
      />
      <IconButton
        icon={ChevronDown}
        label={translate('pane.nextMatch')}
        keys={keysOf('search.nextMatch')}
        onPress={() => stepMatch(state, index, 1)}
      />
    </span>
  )
}

function HistorySteps({ pane, index }: { pane: Pane; index: number }): ReactNode {
  const state = usePageState()
  const translate = useTranslate()
  const keysOf = useKeysOf()
  return (
    <span className="history-steps">
      <IconButton
        icon={ArrowLeft}
        label={translate('pane.back')}
        keys={keysOf('reading.back')}
        isDisabled={pane.back.length === 0}
        onPress={() => goThroughHistory(state, index, 'back')}
      />
      <IconButton
        icon={ArrowRight}
        label={translate('pane.forward')}
        keys={keysOf('reading.forward')}
        isDisabled={pane.forward.length === 0}
        onPress={() => goThroughHistory(state, index, 'forward')}
      />
    </span>
  )
}

/** Whose the article is, and when it was written; a space where that is not known yet. */
function Source({ article }: { article: ArticleSummary | null }): ReactNode {
  const translate = useTranslate()
  if (article === null) return <p className="pane-source"> </p>
  const { source, date } = sourceParts(article, translate)
  return (
    <p className="pane-source" title={sourceLine(article, translate)}>
      <span className="pane-source-words">{source}</span>
      <span>{` · ${date}`}</span>
    </p>
  )
}

interface HeaderProps {
  pane: Pane
  index: number
  article: Article | null
}

/** All that the head shows of a pane. The pane itself is another one after each jump, and whenever a place is wished for. */
const shownOfPane = ['key', 'articleId', 'currentMatch', 'back', 'forward'] as const

const isSameHead = (one: HeaderProps, other: HeaderProps): boolean =>
  one.index === other.index &&
  one.article === other.article &&
  shownOfPane.every((name) => one.pane[name] === other.pane[name])

/** Shows the head of a pane; `article` is `null` where it cannot be read and while it is, which the head's words do not wait for. */
export const PaneHeader = memo(function PaneHeader(props: HeaderProps): ReactNode {
  const { pane, index, article } = props
  const state = usePageState()
  const translate = useTranslate()
  const keysOf = useKeysOf()
  const listed = useStore(state.library.store, (library) => findListed(library, pane.articleId))
  const known = article ?? listed
  return (
    <header className="pane-header">
      <span className="pane-number" aria-hidden="true">
        {index + 1}
      </span>
      <p className="pane-name" title={known?.title}>
        {known?.title ?? ' '}
      </p>
      <div className="pane-tools">
        <HistorySteps pane={pane} index={index} />
        {article && <ContentsMenu article={article} index={index} />}
        <PaneMenu pane={pane} index={index} article={article} />
        <IconButton
          icon={X}
          label={translate('pane.close', { number: index + 1 })}
          keys={keysOf('desk.closePane')}
          onPress={() => closePane(state, pane.key)}
        />
      </div>
      <div className="pane-below">
        <Source article={known} />
        <MatchSteps pane={pane} index={index} />
      </div>
    </header>
  )
}, isSameHead)
