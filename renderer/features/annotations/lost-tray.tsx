// The highlights that a new edition of the article has no place for, kept in sight until each hangs somewhere again.
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { AnnotationCard } from './annotation-card.tsx'
import { useLostEntries } from './use-lost-entries.ts'

/** Shows the tray of an article; nothing where no highlight is lost. */
export function LostTray({ articleId }: { articleId: string }): ReactNode {
  const { annotations } = usePageState()
  const translate = useTranslate()
  const titleId = useId()
  const entries = useLostEntries(articleId)
  if (entries.length === 0) return null
  return (
    <section className="lost-tray" aria-labelledby={titleId}>
      <h3 id={titleId}>{translate('tray.title', { count: entries.length })}</h3>
      <p>{translate('tray.advice')}</p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <AnnotationCard entry={entry} paragraph={null} onJump={() => annotations.select(entry.id)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
