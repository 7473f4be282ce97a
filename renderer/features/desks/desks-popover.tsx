// The saved desks, in a popover of the bar: lay one, save this one, rename, overwrite and delete.
import { LayoutDashboard } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import {
  Button,
  Dialog,
  DialogTrigger,
  Form,
  Heading,
  Input,
  Popover,
  TextField,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'
import { useStore } from 'zustand'
import { deskNameLimit } from '../../../electron/contract/limits.ts'
import { useTranslate } from '../../messages/use-translate.ts'
import { usePageState } from '../../state/page-state.ts'
import { KeyWords } from '../../ui/key-words.tsx'
import { useKeysOf } from '../commands/use-keys-of.ts'
import { DeskRow } from './desk-row.tsx'
import './desks.css'

function SaveForm(): ReactNode {
  const { desks, workspace } = usePageState()
  const translate = useTranslate()
  const [name, setName] = useState('')
  const known = useStore(desks.store, (state) => state.desks !== null && desks.named(name) !== undefined)
  const isEmpty = useStore(workspace.store, ({ panes }) => panes.length === 0)
  return (
    <Form
      className="desk-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '') return
        void desks.saveAs(name)
        setName('')
      }}
    >
      <TextField
        className="desk-name-field"
        aria-label={translate('desks.name')}
        value={name}
        onChange={setName}
        maxLength={deskNameLimit}
      >
        <Input className="text-input" placeholder={translate('desks.name')} autoComplete="off" />
      </TextField>
      <Button className="small-button" type="submit" isDisabled={name.trim() === '' || isEmpty}>
        {translate(known ? 'desks.overwrite' : 'desks.save')}
      </Button>
    </Form>
  )
}

function DeskList(): ReactNode {
  const { desks } = usePageState()
  const translate = useTranslate()
  const saved = useStore(desks.store, (state) => state.desks) ?? []
  if (saved.length === 0) return <p className="desks-empty">{translate('desks.empty')}</p>
  return (
    <ul className="desk-list" aria-label={translate('desks.title')}>
      {saved.map((desk) => (
        <DeskRow key={desk.id} desk={desk} />
      ))}
    </ul>
  )
}

/** Shows the button that opens the desks. */
export function DesksPopover(): ReactNode {
  const { desks } = usePageState()
  const translate = useTranslate()
  const keysOf = useKeysOf()
  const isOpen = useStore(desks.store, (state) => state.isOpen)
  useEffect(() => {
    if (isOpen) void desks.load()
  }, [desks, isOpen])
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={desks.show}>
      <TooltipTrigger delay={600}>
        <Button className="icon-button" aria-label={translate('desks.title')}>
          <LayoutDashboard size={17} strokeWidth={1.75} aria-hidden="true" />
        </Button>
        <Tooltip className="tooltip" placement="bottom" offset={6}>
          {translate('desks.title')}
          <KeyWords of={keysOf('desks.open')} />
        </Tooltip>
      </TooltipTrigger>
      <Popover className="popover" placement="bottom end">
        <Dialog className="popover-dialog desks">
          <Heading slot="title" level={2} className="desks-title">
            {translate('desks.title')}
          </Heading>
          <SaveForm />
          <DeskList />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
