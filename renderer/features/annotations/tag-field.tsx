// The tags of an annotation, and the field in which another is written; what was used before is suggested.
import { X } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useStore } from 'zustand'
import { tagLimits } from '../../../electron/contract/limits.ts'
import { cleanTag, foldTag } from '../../../electron/contract/tags.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'

/** Shows tags that cannot be changed here. */
export function TagList({ tags }: { tags: readonly string[] }): ReactNode {
  const translate = useTranslate()
  if (tags.length === 0) return null
  return (
    <ul className="tags" aria-label={translate('tags.name')}>
      {tags.map((tag) => (
        <li key={tag} className="tag">
          {tag}
        </li>
      ))}
    </ul>
  )
}

/** A field for one tag; Enter and comma hand it on, in the spelling in which it was used before. */
export function TagInput(props: {
  label: string
  placeholder: string
  onTag: (tag: string) => void
  onBackspace?: () => void
}): ReactNode {
  const { label, placeholder, onTag, onBackspace } = props
  const { tags } = usePageState()
  const known = useStore(tags.store, (state) => state.tags)
  const [words, setWords] = useState('')
  const listId = useId()
  useEffect(() => void tags.load(), [tags])

  function handOn(): void {
    const tag = cleanTag(words)
    setWords('')
    if (tag === '') return
    onTag(known.find((each) => foldTag(each.tag) === foldTag(tag))?.tag ?? tag)
  }

  // A tag that was typed is meant, Enter or not. Before the page itself looks at what is to be saved.
  const onLeave = useEffectEvent(handOn)
  useEffect(() => {
    const leave = (): void => onLeave()
    addEventListener('beforeunload', leave, { capture: true })
    return () => {
      removeEventListener('beforeunload', leave, { capture: true })
      // A field that is taken away is not left: no event tells of it.
      leave()
    }
  }, [])

  function onKeyDown(event: KeyboardEvent): void {
    // While an input method composes, Enter belongs to it.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      handOn()
    } else if (event.key === 'Backspace' && words === '') onBackspace?.()
  }

  return (
    <>
      <input
        className="tag-input"
        aria-label={label}
        placeholder={placeholder}
        list={listId}
        autoComplete="off"
        maxLength={tagLimits.length}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={handOn}
      />
      <datalist id={listId}>
        {known.map(({ tag }) => (
          <option key={tag} value={tag}>
            {tag}
          </option>
        ))}
      </datalist>
    </>
  )
}

/** Shows the tags with a way to take each away, and the field. */
export function TagField(props: {
  tags: readonly string[]
  onChange: (tags: readonly string[]) => void
}): ReactNode {
  const { tags, onChange } = props
  const translate = useTranslate()
  return (
    <div className="tag-field" role="group" aria-label={translate('tags.name')}>
      {tags.map((tag) => (
        <span key={tag} className="tag">
          {tag}
          <button
            type="button"
            className="tag-remove"
            aria-label={translate('tags.remove', { tag })}
            onClick={() => onChange(tags.filter((other) => other !== tag))}
          >
            <X size={11} strokeWidth={2.25} aria-hidden="true" />
          </button>
        </span>
      ))}
      <TagInput
        label={translate('tags.add')}
        placeholder={translate('tags.placeholder')}
        onTag={(tag) => onChange([...tags, tag])}
        onBackspace={() => tags.length > 0 && onChange(tags.slice(0, -1))}
      />
    </div>
  )
}
