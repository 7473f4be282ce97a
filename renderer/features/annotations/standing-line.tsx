// Says of a highlight that a new edition of its article moved it, or has no place for it.
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslate } from '../../messages/use-translate.ts'
import type { AnnotationEntry, Standing } from '../../state/annotation-entry.ts'
import { usePageState } from '../../state/page-state.ts'

/** Letters of the words beside a lost highlight: enough to know them again. */
const context = 32

/** Shows the line. */
export function StandingLine({ entry, standing }: { entry: AnnotationEntry; standing: Standing }): ReactNode {
  const { annotations } = usePageState()
  const translate = useTranslate()
  if (standing.kind === 'lost') {
    const words = { before: standing.before.slice(-context), after: standing.after.slice(0, context) }
    return <p className="card-standing">{translate('card.lost', words)}</p>
  }
  const { contentHash } = entry
  return (
    <p className="card-standing">
      {translate('card.moved', { quote: standing.formerly })}{' '}
      <Button
        className="link-button"
        onPress={() => contentHash !== null && void annotations.attach(entry.id, { ...entry, contentHash })}
      >
        {translate('card.moved.keep')}
      </Button>
    </p>
  )
}
