// Decides whether a message from a page is to be believed. Pure.
import { isPageAddress } from './page-address.ts'

/** The frame that a message says it comes from. */
export interface SenderFrame {
  readonly url: string
  /** `null` for the frame at the top. */
  readonly parent: object | null
  isDestroyed(): boolean
}

/** What Electron tells of a message's sender. */
export interface SenderEvent<Contents extends { isDestroyed(): boolean }> {
  readonly sender: Contents
  /** `null` where the frame has gone since. */
  readonly senderFrame: SenderFrame | null
}

/** Why a message is not believed. */
export type SenderProblem =
  'no frame' | 'destroyed' | 'unknown window' | 'not the main frame' | 'foreign page'

/**
 * Answers what is wrong with a message's sender, or `null` where it is our own page, in the main frame of one of our
 * windows. `isOurs` knows the contents of the windows that the program has opened.
 */
export function findSenderProblem<Contents extends { isDestroyed(): boolean }>(
  { sender, senderFrame }: SenderEvent<Contents>,
  isOurs: (contents: Contents) => boolean,
): SenderProblem | null {
  if (senderFrame === null) return 'no frame'
  if (sender.isDestroyed() || senderFrame.isDestroyed()) return 'destroyed'
  if (!isOurs(sender)) return 'unknown window'
  if (senderFrame.parent !== null) return 'not the main frame'
  return isPageAddress(senderFrame.url) ? null : 'foreign page'
}
