// Addresses that no page of the program may reach, tried in every way. Runs in Node.
import type { Page } from 'playwright-core'
import type { StandInProgram } from '../../end-to-end/hosts/launch-stand-in.ts'
import type { Check } from '../shared/check.ts'

/** All kinds of places that are not the page. */
const addresses: readonly string[] = [
  // The network.
  'http://example.org/',
  'https://example.org/',
  'https://example.org:8443/path?query#place',
  'https://user:word@example.org/',
  'https://xn--80ak6aa92e.com/',
  'https://[2606:2800:220:1:248:1893:25c8:1946]/',
  'https://93.184.216.34/',
  'https://1572395042/',
  'http://169.254.169.254/latest/meta-data/',
  'http://192.168.1.1/',
  'http://10.0.0.1/',
  'ws://example.org/socket',
  'wss://example.org/socket',
  'ftp://example.org/file',
  'ftps://example.org/file',
  'gopher://example.org/',
  'ssh://example.org/',
  'ldap://example.org/',
  'webcal://example.org/calendar.ics',
  // This machine.
  'http://localhost/',
  'http://localhost:9222/json',
  'http://127.0.0.1/',
  'http://127.0.0.1:80/',
  'http://[::1]/',
  'http://0.0.0.0/',
  'ws://127.0.0.1:9222/devtools/browser',
  // Files.
  'file:///etc/passwd',
  'file:///C:/Windows/win.ini',
  'file://localhost/etc/passwd',
  'file://server/share/file',
  'filesystem:app://bookwheel/temporary/x',
  'smb://server/share',
  // The program's own scheme, but not its page.
  'app://bookwheel.evil/',
  'app://evil/',
  'app://x.bookwheel/',
  'app://bookwheel:80/',
  'app://bookwheel.app/',
  'apps://bookwheel/',
  'bookwheel://app/',
  // What is no place at all.
  'javascript:alert(1)',
  'javascript:void(document.title="taken")',
  'vbscript:msgbox(1)',
  'data:text/html,<h1>hello</h1>',
  'data:text/html;base64,PGgxPmhlbGxvPC9oMT4=',
  'data:image/svg+xml,<svg/>',
  'blob:https://example.org/6e2a0d7e',
  'blob:app://evil/6e2a0d7e',
  'blob:null/6e2a0d7e',
  'about:config',
  'view-source:https://example.org/',
  // Chromium's own.
  'chrome://settings/',
  'chrome://gpu/',
  'chrome-extension://abcdefghijklmnop/page.html',
  'chrome-untrusted://print/',
  'devtools://devtools/bundled/inspector.html',
  'edge://settings/',
  // Other programs.
  'ms-msdt:/id%20PCWDiagnostic',
  'ms-officecmd:%7B%7D',
  'search-ms:query=x',
  'vscode://file/etc/passwd',
  'mailto:reader@example.org',
  'tel:+4912345',
  'intent://scan/#Intent;scheme=zxing;end',
  'steam://run/1',
]

/** Has the program decide on each address, then lets a real page try to get to all of them. */
export async function checkAddresses(program: StandInProgram): Promise<Check[]> {
  // Links of the web are offered to the reader; this one declines.
  await program.inElectron(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
  }, null)
  const checks: Check[] = []
  for (const address of addresses) {
    const found = await program.inHost(({ decideOn }, asked) => decideOn(asked), address)
    const isRefused =
      !found.mayNavigate &&
      !found.mayNavigateFrame &&
      !found.mayOpenWindow &&
      !found.mayRequest &&
      (found.status === null || found.status >= 400)
    checks.push({ name: address, holds: isRefused, detail: JSON.stringify(found) })
  }
  const reached = await letPageTry(program.page)
  return checks.map((check) =>
    reached.has(check.name) ? { ...check, holds: false, detail: 'the page got there' } : check,
  )
}

/** The addresses that a page got something from, or went to. */
async function letPageTry(page: Page): Promise<Set<string>> {
  const visited: string[] = []
  page.on('framenavigated', (frame) => visited.push(frame.url()))
  const fetched = await page.evaluate(async (tried) => {
    const answers = await Promise.allSettled(tried.map((address) => fetch(address, { mode: 'no-cors' })))
    return tried.filter((_, index) => answers[index]?.status === 'fulfilled')
  }, addresses)
  for (const address of addresses) {
    // Whatever it came to meanwhile, the program brings it back.
    while (!(await click(page, address))) await page.getByRole('searchbox').waitFor()
  }
  return new Set([...fetched, ...addresses.filter((address) => visited.includes(new URL(address).href))])
}

/** Clicks a link to an address; false where the page was just being brought back from nowhere. */
async function click(page: Page, address: string): Promise<boolean> {
  try {
    return await page.evaluate((target) => {
      const link = Object.assign(document.createElement('a'), { href: target })
      document.body.append(link)
      link.click()
      link.remove()
      return location.href.endsWith('.invalid/')
    }, address)
  } catch (cause) {
    if (cause instanceof Error && /context was destroyed/.test(cause.message)) return false
    throw cause
  }
}
