// Moves the ends of a highlight without a mouse: by words, and with Shift by characters.
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useStore } from 'zustand'
import { articleText } from '../../../electron/contract/article-text.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { End, Step } from './move-end.ts'
import { moveEnd } from './move-end.ts'

/** Letters of the quotation that are shown beside each end. */
const shownLetters = 22

/** The text in which a highlight can be moved; `null` where the article, or that edition of it, is not at hand. */
export function useHighlightedText({ articleId, contentHash }: AnnotationEntry): string | null {
  const { library } = usePageState()
  const known = useStore(library.store, ({ articles }) => articles[articleId])
  if (!known || !('article' in known) || known.article.contentHash !== contentHash) return null
  return articleText(known.article.blocks)
}

function wordsAt(quote: string, end: End): string {
  if (quote.length <= shownLetters) return quote
  return end === 'start' ? `${quote.slice(0, shownLetters)}…` : `…${quote.slice(-shownLetters)}`
}

function EndRow(props: { entry: AnnotationEntry; text: string; end: End }): ReactNode {
  const { entry, text, end } = props
  const { annotations } = usePageState()
  const translate = useTranslate()
  const name = translate(`ends.${end}`)
  const words = wordsAt(entry.quote, end)

  function move(direction: -1 | 1, step: Step): void {
    const range = moveEnd(text, entry, { end, step, direction })
    if (range === null || entry.contentHash === null) return
    const { contentHash } = entry
    annotations.moveEnds(entry.id, { ...range, contentHash, quote: text.slice(range.start, range.end) })
  }

  function onKeyDown(event: KeyboardEvent): void {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (direction !== -1 && direction !== 1) return
    event.preventDefault()
    move(direction, event.shiftKey ? 'character' : 'word')
  }

  return (
    <div className="end-row">
      <IconButton
        icon={ChevronLeft}
        label={translate(`ends.${end}.earlier`)}
        onPress={() => move(-1, 'word')}
      />
      <div
        className="end-words"
        role="slider"
        tabIndex={0}
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={text.length}
        aria-valuenow={entry[end]}
        aria-valuetext={words}
        onKeyDown={onKeyDown}
      >
        <span className="end-name">{name}</span> {words}
      </div>
      <IconButton
        icon={ChevronRight}
        label={translate(`ends.${end}.later`)}
        onPress={() => move(1, 'word')}
      />
    </div>
  )
}

/** Shows the two ends; nothing where the article is not at hand. */
export function EndsAdjuster({ entry }: { entry: AnnotationEntry }): ReactNode {
  const translate = useTranslate()
  const text = useHighlightedText(entry)
  if (text === null) return null
  return (
    <div className="ends" role="group" aria-label={translate('ends.name')}>
      <EndRow entry={entry} text={text} end="start" />
      <EndRow entry={entry} text={text} end="end" />
      <p className="ends-hint">{translate('ends.hint')}</p>
    </div>
  )
}
