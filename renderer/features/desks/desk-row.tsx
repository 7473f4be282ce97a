// One saved desk: its name lays it; it can be renamed in its place, overwritten and deleted.
import { Pencil, Save, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from 'zustand'
import type { SavedDesk } from '../../../electron/contract/desk.ts'
import { deskNameLimit } from '../../../electron/contract/limits.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { IconButton } from '../../ui/icon-button.tsx'

function NameField({ desk, onDone }: { desk: SavedDesk; onDone: () => void }): ReactNode {
  const { desks } = usePageState()
  const translate = useTranslate()
  const [name, setName] = useState(desk.name)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  function finish(): void {
    if (name !== desk.name) void desks.rename(desk.id, name)
    onDone()
  }
  return (
    <input
      ref={field}
      className="text-input"
      aria-label={translate('desks.newName', { name: desk.name })}
      maxLength={deskNameLimit}
      value={name}
      onChange={({ target }) => setName(target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        // Esc lets go of the new name and not of the whole popover.
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Enter') finish()
        else onDone()
      }}
    />
  )
}

/** Shows a row. */
export function DeskRow({ desk }: { desk: SavedDesk }): ReactNode {
  const { desks, library } = usePageState()
  const translate = useTranslate()
  const [isRenaming, setRenaming] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const articles = useStore(library.store, (state) => state.library?.articles)
  const { panes, query } = desk.content
  const titles = panes.map(
    ({ articleId }) => articles?.find(({ id }) => id === articleId)?.title ?? articleId,
  )
  function endRenaming(): void {
    flushSync(() => setRenaming(false))
    // A focus that falls out of the page is lost to the keyboard.
    row.current?.querySelector('button')?.focus()
  }
  return (
    <li className="desk-row" ref={row}>
      {isRenaming ? (
        <NameField desk={desk} onDone={endRenaming} />
      ) : (
        <button type="button" className="desk-lay" onClick={() => desks.open(desk)}>
          <span className="desk-name">{desk.name}</span>
          <span className="desk-parts">
            {titles.join(' · ')}
            {query.trim() !== '' && ` · ${translate('desks.query', { query })}`}
          </span>
        </button>
      )}
      <span className="desk-tools">
        <IconButton
          icon={Save}
          label={translate('desks.overwriteNamed', { name: desk.name })}
          onPress={() => void desks.overwrite(desk)}
        />
        <IconButton
          icon={Pencil}
          label={translate('desks.renameNamed', { name: desk.name })}
          onPress={() => setRenaming(true)}
        />
        <IconButton
          icon={Trash2}
          label={translate('desks.deleteNamed', { name: desk.name })}
          onPress={() => void desks.remove(desk)}
        />
      </span>
    </li>
  )
}
