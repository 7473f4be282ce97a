// The names by which the parts of the stand-in find each other in a page. Runs in the stand-in's process and in its pages.
import type { Wire } from './transfer.ts'

/** The isolated world of the preload script. */
export const preloadWorld = 'preload'

/** The function in that world that speaks to the main process. */
export const tellBinding = 'standInTell'

/** The function in that world that the main process speaks to. */
export const hearFunction = 'standInHear'

/** What runs the preload script's text, in that world. */
export const runPreloadFunction = 'standInRunPreload'

/** Events in the DOM that the two worlds send each other. */
export const toPreload = 'stand-in-to-preload'
/** See {@link toPreload}. */
export const toPage = 'stand-in-to-page'

/** From the preload script to the main process. */
export type PageMessage = { id: number; channel: string; input: Wire[] }

/** From the main process to the preload script. */
export type HostMessage =
  | { kind: 'event'; channel: string; input: Wire[] }
  | { kind: 'answer'; id: number; value: Wire }
  | { kind: 'failure'; id: number; message: string }
