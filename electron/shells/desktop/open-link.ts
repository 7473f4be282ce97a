// Opens a link of an article in the system's own program, after the reader has seen where it leads. Runs in
// Electron's main process; the program itself never follows it.
import type { Log } from '../../services/ports.ts'
import { linkNotOpened, linkRefused } from './messages.ts'
import type { Link } from './read-link.ts'
import { readLink } from './read-link.ts'

/** What opening a link needs. */
export interface LinkDoors {
  /** Shows the address and asks; answers whether the reader agrees. */
  confirm: (link: Link) => Promise<boolean>
  /** Hands the address to the system; rejects where it knows no program for it. */
  open: (address: string) => Promise<void>
  log: Log
}

/**
 * Makes the function that offers to open an address. Addresses that are no links of {@link readLink} are refused with
 * a line in the log; while one question stands, others are passed over, so that no page can pile them up.
 */
export function createLinkOffer({ confirm, open, log }: LinkDoors): (address: string) => void {
  let isAsking = false

  async function offer(link: Link): Promise<void> {
    isAsking = true
    try {
      if (await confirm(link)) await open(link.address)
    } catch (cause) {
      log.error(linkNotOpened, cause)
    } finally {
      isAsking = false
    }
  }

  return (address) => {
    const link = readLink(address)
    if (link === null) log.info(linkRefused)
    else if (!isAsking) void offer(link)
  }
}
