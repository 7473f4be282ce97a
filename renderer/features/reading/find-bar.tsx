// The find bar of a pane: looks for letters in its article, counts them and steps through them.
import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components'
import { useStore } from 'zustand'
import { findWordsLimit } from '../../../electron/contract/limits.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import type { Find } from '../../state/find-store.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import './find-bar.css'

function Switch(props: {
  icon: LucideIcon
  label: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}): ReactNode {
  const { icon: Icon, label, isOn, onChange } = props
  return (
    <TooltipTrigger delay={600}>
      <ToggleButton
        className="icon-button find-switch"
        aria-label={label}
        isSelected={isOn}
        onChange={onChange}
      >
        <Icon size={17} strokeWidth={1.75} aria-hidden="true" />
      </ToggleButton>
      <Tooltip className="tooltip" placement="bottom" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}

function Count({ find }: { find: Find }): ReactNode {
  const translate = useTranslate()
  const { places, more, current, words } = find
  const count = places.length
  const isNone = count === 0 && words !== ''
  return (
    <span className="find-count" data-none={isNone} aria-live="polite">
      {isNone && translate('find.none')}
      {count > 0 &&
        translate(more ? 'find.countOfMore' : 'find.countOf', { current: (current ?? 0) + 1, count })}
    </span>
  )
}

/** Shows the find bar of a pane; `index` counts the panes from 0. */
export function FindBar(props: { paneKey: string; index: number; find: Find }): ReactNode {
  const { paneKey, index, find } = props
  const state = usePageState()
  const translate = useTranslate()
  const field = useRef<HTMLInputElement>(null)
  const hasPlaces = useStore(state.find.store, ({ byPane }) => (byPane[paneKey]?.places.length ?? 0) > 0)

  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [find.asked])

  function close(): void {
    const text = field.current?.closest('.pane')?.querySelector<HTMLElement>('.pane-scroll')
    state.find.close(paneKey)
    text?.focus({ preventScroll: true })
  }

  function onKeyDown(event: KeyboardEvent): void {
    // While an input method composes, Esc and Enter belong to it.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === field.current)
      state.find.step(index, event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // The keys belong to the field and the buttons; Esc works from each of them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="find-bar"
      role="search"
      aria-label={translate('find.name', { number: index + 1 })}
      onKeyDown={onKeyDown}
    >
      <span className="find-field">
        <input
          ref={field}
          type="text"
          aria-label={translate('find.field')}
          placeholder={translate('find.field')}
          maxLength={findWordsLimit}
          spellCheck={false}
          autoComplete="off"
          value={find.words}
          onChange={({ target }) => state.find.change(paneKey, { words: target.value })}
        />
        <Count find={find} />
      </span>
      <span className="find-tools">
        <Switch
          icon={CaseSensitive}
          label={translate('find.matchCase')}
          isOn={find.matchCase}
          onChange={(matchCase) => state.find.change(paneKey, { matchCase })}
        />
        <Switch
          icon={WholeWord}
          label={translate('find.wholeWords')}
          isOn={find.wholeWords}
          onChange={(wholeWords) => state.find.change(paneKey, { wholeWords })}
        />
        <IconButton
          icon={ChevronUp}
          label={translate('find.previous')}
          keys="Shift+Enter"
          isDisabled={!hasPlaces}
          onPress={() => state.find.step(index, -1)}
        />
        <IconButton
          icon={ChevronDown}
          label={translate('find.next')}
          keys="Enter"
          isDisabled={!hasPlaces}
          onPress={() => state.find.step(index, 1)}
        />
        <IconButton icon={X} label={translate('find.close')} keys="Escape" onPress={close} />
      </span>
    </div>
  )
}
