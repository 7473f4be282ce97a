// Words from `en.json`, by name: a name that is not there does not compile.
import { useCallback } from 'react'
import { useIntl } from 'react-intl'
import type { MessageId } from './message-id.ts'

/** Values that a message may name in braces. */
export type MessageValues = Record<string, string | number>

/** Gives the words of a message. */
export type Translate = (id: MessageId, values?: MessageValues) => string

/** The words of messages in the page's language. */
export function useTranslate(): Translate {
  const intl = useIntl()
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl])
}
