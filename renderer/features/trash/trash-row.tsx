// One deleted highlight with its note, and the two things that can be done with it.
import { Trash2, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TrashedAnnotation } from '../../../electron/contract/trash.ts'
import { noArticleId } from '../../../electron/contract/limits.ts'
import { dayWords } from '../../messages/date-words.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { NoteText } from '../annotations/note-text.tsx'

/** The most of a quotation that a button's name holds, in UTF-16 units. */
const shownLength = 60

function shorten(text: string): string {
  return text.length <= shownLength ? text : `${text.slice(0, shownLength).trimEnd()}…`
}

/** Shows a row. */
export function TrashRow(props: {
  entry: TrashedAnnotation
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
}): ReactNode {
  const { entry, isChosen, onChoose } = props
  const { trash } = usePageState()
  const translate = useTranslate()
  const { annotation, article } = entry
  const words = annotation.anchor?.exact ?? annotation.note
  const quote = shorten(words)
  return (
    <li className="trash-row" data-colour={annotation.colour ?? undefined}>
      <input
        type="checkbox"
        aria-label={translate('trash.select', { quote })}
        checked={isChosen}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <div className="trash-words">
        <p className="trash-article">
          {article.id === noArticleId
            ? translate('card.memo')
            : (article.title ?? translate('trash.unknownArticle', { articleId: article.id }))}
        </p>
        {annotation.anchor && <blockquote className="trash-quote">{annotation.anchor.exact}</blockquote>}
        {annotation.note && (
          <div className="trash-note">
            <NoteText note={annotation.note} />
          </div>
        )}
        <p className="trash-dates">
          {translate('trash.deleted', { date: dayWords(entry.deletedAt) })}
          {' · '}
          {translate('trash.goes', { date: dayWords(entry.goesAt) })}
        </p>
      </div>
      <div className="trash-row-actions">
        <IconButton
          icon={Undo2}
          label={translate('trash.restoreNamed', { quote })}
          onPress={() => void trash.restore([entry])}
        />
        <IconButton
          icon={Trash2}
          label={translate('trash.deleteNamed', { quote })}
          onPress={() => trash.ask([entry])}
        />
      </div>
    </li>
  )
}
