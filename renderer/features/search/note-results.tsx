// What the standing query found among the reader's own notes and highlights, apart from the articles.
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { noArticleId } from '../../../electron/contract/limits.ts'
import type { NoteHit, NotePassage } from '../../../electron/contract/search.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { fromStored } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'
import { MarkedText } from '../../ui/marked-text.tsx'
import { useColourName } from '../annotations/use-colour-name.ts'
import { useOpenEntry } from '../notebook/use-open-entry.ts'

function Passage({ passage }: { passage: NotePassage }): ReactNode {
  const { text, marks, cutBefore, cutAfter } = passage
  return (
    <>
      {cutBefore && '…\u00A0'}
      <MarkedText text={text} marks={marks} />
      {cutAfter && '\u00A0…'}
    </>
  )
}

function Hit({ hit }: { hit: NoteHit }): ReactNode {
  const { workspace } = usePageState()
  const translate = useTranslate()
  const colourName = useColourName()
  const openEntry = useOpenEntry()
  const { annotation, title, paragraph, quote, note } = hit
  const { colour, anchor, articleId, tags = [] } = annotation
  const isMemo = articleId === noArticleId
  const kind = anchor ? null : translate(isMemo ? 'card.memo' : 'card.articleNote')
  const place = [
    kind,
    colour && colourName(colour).meaning,
    isMemo ? null : (title ?? translate('notebook.unknownArticle', { articleId })),
    paragraph === null ? null : `¶ ${paragraph}`,
    ...tags,
  ].filter((part) => part !== null)

  function open(): void {
    // A memo has no article to be seen in: it is shown among the others.
    if (isMemo) {
      workspace.showNotebook()
      workspace.changeNotebook({ scope: 'all', text: '', colours: [], notes: 'any', tag: null })
    }
    void openEntry(fromStored(annotation), false)
  }

  return (
    <li>
      <button type="button" className="note-hit" data-colour={colour ?? undefined} onClick={open}>
        {quote && (
          <span className="note-hit-quote">
            <Passage passage={quote} />
          </span>
        )}
        {note && (
          <span className="note-hit-note">
            <Passage passage={note} />
          </span>
        )}
        <span className="note-hit-place">{place.join(' · ')}</span>
      </button>
    </li>
  )
}

/** Shows the section; nothing where no note or highlight was found. */
export function NoteResults(): ReactNode {
  const { search } = usePageState()
  const translate = useTranslate()
  const notes = useStore(search.store, (state) => state.notes)
  if (notes === null || notes.total === 0) return null
  const { total, hits } = notes
  return (
    <section className="note-results" aria-label={translate('results.notes.list')}>
      <h2>{translate('results.notes.title', { total })}</h2>
      <ul>
        {hits.map((hit) => (
          <Hit key={hit.annotation.id} hit={hit} />
        ))}
      </ul>
      {total > hits.length && (
        <p className="list-remark">{translate('results.notes.more', { shown: hits.length, total })}</p>
      )}
    </section>
  )
}
