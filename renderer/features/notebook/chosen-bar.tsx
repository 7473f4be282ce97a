// What can be done with all cards that are chosen: tag, colour or delete them, as one change.
import { Trash2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import { highlightColours } from '../../../electron/contract/limits.ts'
import { normaliseTags } from '../../../electron/contract/tags.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ProgressLine } from '../../ui/progress-line.tsx'
import { TagInput } from '../annotations/tag-field.tsx'
import { useColourName } from '../annotations/use-colour-name.ts'

function Colours({ isDisabled }: { isDisabled: boolean }): ReactNode {
  const { selection } = usePageState()
  const translate = useTranslate()
  const colourName = useColourName()
  return (
    <div className="chosen-colours" role="group" aria-label={translate('chosen.colour')}>
      {highlightColours.map((colour) => (
        <Button
          key={colour}
          className="swatch"
          data-colour={colour}
          isDisabled={isDisabled}
          aria-label={translate('chosen.colour.one', { ...colourName(colour) })}
          onPress={() => void selection.apply({ colour })}
        />
      ))}
    </div>
  )
}

/** Takes away a tag that some of them have. */
function TagRemoval(): ReactNode {
  const { selection } = usePageState()
  const translate = useTranslate()
  const chosen = useStore(selection.store, (state) => state.chosen)
  const tags = normaliseTags([...chosen.values()].flatMap((choice) => choice.tags))
  if (tags.length === 0) return null
  return (
    <select
      className="small-select"
      aria-label={translate('chosen.removeTag')}
      value=""
      onChange={({ target }) => void selection.apply({ removeTags: [target.value] })}
    >
      <option value="">{translate('chosen.removeTag')}</option>
      {tags.map((tag) => (
        <option key={tag} value={tag}>
          {tag}
        </option>
      ))}
    </select>
  )
}

function Progress(): ReactNode {
  const { selection } = usePageState()
  const translate = useTranslate()
  const progress = useStore(selection.store, (state) => state.progress)
  if (progress === null || progress.done === 0) return null
  const { done, total } = progress
  return (
    <div className="notebook-progress">
      <ProgressLine label={translate('chosen.progress', { done, total })} share={done / total} />
      <Button className="small-button" onPress={selection.cancel}>
        {translate('notebook.cancel')}
      </Button>
    </div>
  )
}

/** Shows the bar while cards can be chosen. `shown` is how many annotations the notebook shows. */
export function ChosenBar({ shown }: { shown: number }): ReactNode {
  const { selection } = usePageState()
  const translate = useTranslate()
  const { isChoosing, chosen } = useStore(selection.store)
  if (!isChoosing) return null
  const none = chosen.size === 0
  return (
    <section className="chosen-bar" aria-label={translate('chosen.name')}>
      <div className="chosen-row">
        <span className="chosen-count" role="status">
          {translate('chosen.count', { count: chosen.size })}
        </span>
        {chosen.size < shown ? (
          <Button className="link-button" onPress={() => void selection.chooseAll()}>
            {translate('chosen.all', { count: shown })}
          </Button>
        ) : (
          <Button className="link-button" onPress={selection.clear}>
            {translate('chosen.none')}
          </Button>
        )}
        <IconButton icon={X} label={translate('chosen.end')} onPress={selection.stop} />
      </div>
      <div className="chosen-row">
        <Colours isDisabled={none} />
        <IconButton
          icon={Trash2}
          label={translate('chosen.delete')}
          isDisabled={none}
          onPress={() => void selection.apply({ isDeleted: true })}
        />
      </div>
      {!none && (
        <div className="chosen-row">
          <TagInput
            label={translate('chosen.addTag')}
            placeholder={translate('chosen.addTag')}
            onTag={(tag) => void selection.apply({ addTags: [tag] })}
          />
          <TagRemoval />
        </div>
      )}
      <Progress />
    </section>
  )
}
