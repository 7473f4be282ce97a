// The names of all messages, from the file that words them.
import type messages from './en.json'

/** The name of a message in `en.json`. */
export type MessageId = keyof typeof messages
