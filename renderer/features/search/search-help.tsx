// What a query can say, in a few examples.
import { CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useTranslate } from '../../messages/use-translate.ts'

const examples = ['words', 'phrase', 'without', 'fields', 'dates', 'undated', 'notes'] as const

/** Shows the button that opens the examples. */
export function SearchHelp(): ReactNode {
  const translate = useTranslate()
  return (
    <DialogTrigger>
      <Button className="icon-button" aria-label={translate('search.help')} data-command="search.help">
        <CircleHelp size={16} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="popover-dialog search-help">
          <Heading slot="title">{translate('search.help')}</Heading>
          <dl>
            {examples.map((example) => (
              <div key={example}>
                <dt>
                  <code>{translate(`search.help.${example}.query`)}</code>
                </dt>
                <dd>{translate(`search.help.${example}.meaning`)}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
