// What the program says to an address, whichever way a page would go there. Runs in the stand-in's process.
import { firstContents } from './browser-window.ts'
import { addressForChromium, answerRequest, isCancelled } from './session.ts'

/** The program's decisions about one address. */
export interface AddressDecisions {
  mayNavigate: boolean
  mayNavigateFrame: boolean
  mayOpenWindow: boolean
  mayRequest: boolean
  /** Status of the answer that its handlers would give; `null` where it has no handler for the scheme. */
  status: number | null
}

/** Asks the program, without going anywhere. */
export async function decideOn(address: string): Promise<AddressDecisions> {
  const contents = firstContents()
  const details = { id: 0, url: address, method: 'GET', referrer: '', timestamp: 0, uploadData: [] }
  const response = await answerIfReadable(address)
  return {
    mayNavigate: contents.mayNavigate(addressForChromium(address), true),
    mayNavigateFrame: contents.mayNavigate(addressForChromium(address), false),
    mayOpenWindow: contents.mayOpen(address),
    mayRequest: !(await isCancelled({ ...details, resourceType: 'mainFrame' })),
    status: response?.status ?? null,
  }
}

/** Chromium asks for nothing that cannot be read as an address. */
async function answerIfReadable(address: string): Promise<Response | null> {
  return URL.canParse(address) ? answerRequest(new Request(withoutSecret(address))) : null
}

/** Node's `Request` refuses a name and password in an address; the handlers of the program are asked without. */
function withoutSecret(address: string): string {
  const url = new URL(address)
  url.username = ''
  url.password = ''
  return url.href
}
