// What goes onto the paper: an article with its source, and its notes below it. On the screen it is never seen.
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useStore } from 'zustand'
import type { Article } from '../../../electron/contract/article.ts'
import { highlightColours } from '../../../electron/contract/limits.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { AnnotationEntry } from '../../state/annotation-entry.ts'
import { isLost } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'
import { citationOf } from '../notebook/citation.ts'
import { ArticleBlocks } from '../reading/article-blocks.tsx'
import { paint, unpaint } from '../reading/painter.ts'
import { sourceLine } from '../reading/source-line.ts'
import { createTextMap } from '../reading/text-map.ts'
import type { Endnote } from './endnotes.ts'
import { endnotesOf } from './endnotes.ts'
import './print.css'

const owner = 'print'
const none: readonly never[] = []

/**
 * Underlines the highlights and sets the notes' numbers behind their words. The sheet is drawn once and thrown away
 * whole, so elements may be put into it, which is never done on the page.
 */
function markSheet(
  root: Element,
  entries: readonly AnnotationEntry[],
  endnotes: readonly Endnote[],
): () => void {
  const map = createTextMap(root)
  const placed = entries.filter((entry) => !isLost(entry))
  const rangesOf = (colour: AnnotationEntry['colour']) =>
    placed
      .filter((entry) => entry.colour === colour)
      .flatMap(({ start, end }) => map.toRange(start, end) ?? none)
  for (const colour of highlightColours) paint(owner, colour, rangesOf(colour))
  const marks: Element[] = []
  // From the last to the first: what comes before keeps its place.
  for (const { end, number } of endnotes.toReversed()) {
    const range = end === null ? null : map.toRange(end - 1, end)
    if (!range) continue
    const mark = document.createElement('sup')
    mark.className = 'endnote-mark'
    mark.textContent = `${number}`
    range.collapse(false)
    range.insertNode(mark)
    marks.push(mark)
  }
  return () => {
    unpaint(owner)
    for (const mark of marks) mark.remove()
  }
}

function EndnoteItem({ endnote }: { endnote: Endnote }): ReactNode {
  const translate = useTranslate()
  const { number, paragraph, end, quote, note } = endnote
  return (
    <li value={number}>
      <p className="endnote-quote">
        {paragraph !== null && <span className="endnote-place">¶ {paragraph}</span>}
        {quote === '' ? translate('card.articleNote') : `“${quote}”`}
        {end === null && quote !== '' && <span className="endnote-lost"> ({translate('print.lost')})</span>}
      </p>
      <p className="endnote-words">{note}</p>
    </li>
  )
}

function Sheet({ article, withNotes }: { article: Article; withNotes: boolean }): ReactNode {
  const { annotations } = usePageState()
  const translate = useTranslate()
  const page = useRef<HTMLElement>(null)
  const stored = useStore(annotations.store, ({ byArticle }) => byArticle[article.id]) ?? none
  // As at first: what changes while the printer's dialog stands open is not on this paper.
  const [{ entries, endnotes }] = useState(() => {
    const onPaper = (entry: AnnotationEntry) => isLost(entry) || entry.contentHash === article.contentHash
    const all = withNotes ? stored.filter(onPaper) : none
    return { entries: all, endnotes: endnotesOf(article, all) }
  })

  useLayoutEffect(
    () => (page.current ? markSheet(page.current, entries, endnotes) : undefined),
    [entries, endnotes],
  )

  return (
    <>
      <header className="print-head">
        <h1>{article.title}</h1>
        <p className="print-source">{sourceLine(article, translate)}</p>
        {article.retelling && <p className="print-source">{translate('pane.retelling')}</p>}
      </header>
      <article
        className={endnotes.length > 0 ? 'article print-article numbered' : 'article print-article'}
        lang={article.language}
        ref={page}
      >
        <ArticleBlocks blocks={article.blocks} />
      </article>
      {endnotes.length > 0 && (
        <section className="endnotes">
          <h2>{translate('print.notes')}</h2>
          <ol>
            {endnotes.map((endnote) => (
              <EndnoteItem key={endnote.id} endnote={endnote} />
            ))}
          </ol>
        </section>
      )}
      <footer className="print-foot">{citationOf(article, null, translate)}</footer>
    </>
  )
}

/** Lays out the sheet while the browser prints, also where its own menu was asked. */
export function PrintSheet(): ReactNode {
  const { library, printing } = usePageState()
  const { printing: articleId, withNotes } = useStore(printing.store)
  const entry = useStore(library.store, ({ articles }) => articles[articleId ?? ''])

  useEffect(() => {
    // At once: the browser takes the page as it is when the event has been heard.
    const begin = (): void => flushSync(() => printing.begin())
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', printing.end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', printing.end)
    }
  }, [printing])

  if (!entry || !('article' in entry)) return null
  return createPortal(
    <div className="print-sheet">
      <Sheet article={entry.article} withNotes={withNotes} />
    </div>,
    document.body,
  )
}
