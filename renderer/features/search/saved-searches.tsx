// Saved searches: one press saves what is asked now under a name, one press asks it again.
import { Bookmark, Ellipsis } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  Button,
  Dialog,
  DialogTrigger,
  Heading,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
} from 'react-aria-components'
import { useStore } from 'zustand'
import { savedSearchLimits } from '../../../electron/contract/library-choices.ts'
import type { SavedSearch } from '../../../electron/contract/saved-search.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { isFiltering } from '../../state/empty-filter.ts'
import { usePageState } from '../../state/page-state.ts'

/** Asks for a name; `onSave` answers whether it was kept, and then all is done. */
function NameForm(props: {
  label: string
  initial: string
  onSave: (name: string) => Promise<boolean>
  onDone: () => void
}): ReactNode {
  const { label, initial, onSave, onDone } = props
  const translate = useTranslate()
  const [name, setName] = useState(initial)
  async function submit(): Promise<void> {
    if (await onSave(name)) onDone()
  }
  return (
    <form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just asked to give a name
        autoFocus
        aria-label={label}
        maxLength={savedSearchLimits.name}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onDone()
        }}
      />
      <Button type="submit" className="small-button primary-button" isDisabled={name.trim() === ''}>
        {translate('saved.save')}
      </Button>
    </form>
  )
}

/** Shows the button that saves what is asked now; nothing where nothing is. */
export function SaveSearchButton(): ReactNode {
  const { savedSearches, search, workspace } = usePageState()
  const translate = useTranslate()
  const query = useStore(search.store, (state) => state.query.trim())
  const isFiltered = useStore(workspace.store, ({ listing }) => isFiltering(listing.filter))
  if (query === '' && !isFiltered) return null
  return (
    <DialogTrigger>
      <Button className="icon-button" aria-label={translate('saved.saveThis')} data-command="search.save">
        <Bookmark size={16} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="popover-dialog save-search">
          {({ close }) => (
            <>
              <Heading slot="title">{translate('saved.saveThis')}</Heading>
              <NameForm
                label={translate('saved.name')}
                initial={query.slice(0, savedSearchLimits.name)}
                onSave={(name) => savedSearches.save(name)}
                onDone={close}
              />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function SavedRow({ saved }: { saved: SavedSearch }): ReactNode {
  const { savedSearches, search, workspace } = usePageState()
  const translate = useTranslate()
  const [isNamed, setNamed] = useState(false)
  const query = useStore(search.store, (state) => state.query)
  const filter = useStore(workspace.store, ({ listing }) => listing.filter)
  const isCurrent = query === saved.query && JSON.stringify(filter) === JSON.stringify(saved.filter)
  if (isNamed) {
    return (
      <li className="saved-row">
        <NameForm
          label={translate('saved.name')}
          initial={saved.name}
          onSave={(name) => savedSearches.rename(saved, name)}
          onDone={() => setNamed(false)}
        />
      </li>
    )
  }
  return (
    <li className="saved-row">
      <Button className="saved-run" aria-current={isCurrent} onPress={() => savedSearches.run(saved)}>
        <Bookmark size={13} strokeWidth={1.75} aria-hidden="true" />
        <span className="saved-name">{saved.name}</span>
      </Button>
      <MenuTrigger>
        <Button className="icon-button" aria-label={translate('saved.menu', { name: saved.name })}>
          <Ellipsis size={14} strokeWidth={1.75} aria-hidden="true" />
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" aria-label={translate('saved.menu', { name: saved.name })}>
            <MenuItem className="menu-item" onAction={() => setNamed(true)}>
              {translate('saved.rename')}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => void savedSearches.delete(saved)}>
              {translate('saved.delete')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </li>
  )
}

/** Shows the saved searches; nothing where there are none. */
export function SavedSearches(): ReactNode {
  const { savedSearches } = usePageState()
  const translate = useTranslate()
  const searches = useStore(savedSearches.store, (state) => state.searches)
  if (searches.length === 0) return null
  return (
    <ul className="saved-searches" aria-label={translate('saved.list')}>
      {searches.map((saved) => (
        <SavedRow key={saved.id} saved={saved} />
      ))}
    </ul>
  )
}
