// The shells that the specs run on. A spec is written `describe.each(shells)`; one that only one shell can show says why.
import { launchLoopback } from './hosts/launch-loopback.ts'
import type { Shell } from './program.ts'

/** The program in plain Node with its page in a browser. */
export const loopbackShell: Shell = { name: 'loopback', launch: launchLoopback, skip: null }

/** Every shell, those that cannot run here included. */
export const shells: readonly Shell[] = [loopbackShell]
