// The points of Electron's security checklist, in its own order and numbers (docs/tutorial/security.md). Runs in Node.
import { isSafeElectron } from '../../architecture/check-versions.ts'
import { readManifest } from '../../architecture/read-manifest.ts'
import type { StandInProgram } from '../../end-to-end/hosts/launch-stand-in.ts'
import { operationNames } from '../../../electron/contract/operation-names.ts'
import { contentSecurityPolicy } from '../../../electron/shells/content-security-policy.ts'
import type { Check } from '../shared/check.ts'
import { expectSame } from '../shared/check.ts'

/** Checks every point but 19, which is about packages: see `check-layers.ts`. */
export async function checkPoints(program: StandInProgram): Promise<Check[]> {
  return [
    expectSame('1 only secure content', await readForeignRequests(program), []),
    ...(await checkWindow(program)),
    await checkPolicy(program),
    await checkSandboxIsEarly(program),
    expectSame('5 permission requests are handled', await readHandlers(program), [true, true, true, true]),
    ...(await checkEvents(program)),
    await checkOpenExternal(program),
    {
      name: '16 a version of Electron with the fixes',
      holds: isSafeElectron(readElectronVersion()),
      detail: readElectronVersion(),
    },
    await checkForeignSender(program),
    await checkFiles(program),
    await checkBridge(program),
  ]
}

function readElectronVersion(): string {
  return readManifest().devDependencies['electron'] ?? 'none'
}

/** Requests of the page to anything but the program, and requests that nobody would have answered. */
async function readForeignRequests(program: StandInProgram): Promise<readonly string[]> {
  const leaks = await program.inHost(({ leaks: all }) => all, null)
  return [...program.faults(), ...leaks]
}

/** Points 2 to 4, 6 and 8 to 11: what a window is opened with. Keys that loosen something must not occur at all. */
async function checkWindow(program: StandInProgram): Promise<Check[]> {
  const given = await program.inHost(({ journal }) => {
    const entry = journal.find(({ name }) => name === 'new BrowserWindow')
    return JSON.parse(JSON.stringify(entry?.input[0] ?? {}))
  }, null)
  const preferences: Record<string, unknown> = given.webPreferences ?? {}
  const inPage = await program.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', 'standInTell'].filter(
      (name) => name in window,
    ),
  )
  const read = (...names: string[]): unknown[] => names.map((name) => preferences[name] ?? 'not set')
  return [
    expectSame(
      '2 no Node in the page',
      [...read('nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames'), inPage],
      [false, false, false, []],
    ),
    expectSame('3 the page is isolated from the preload script', read('contextIsolation'), [true]),
    expectSame('6 web security is on', read('webSecurity'), ['not set']),
    expectSame('8 no insecure content', read('allowRunningInsecureContent'), ['not set']),
    expectSame('9 no experimental features', read('experimentalFeatures'), ['not set']),
    expectSame('10 no Blink features', read('enableBlinkFeatures'), ['not set']),
    expectSame('11 no embedded browser, so none with pop-ups', read('webviewTag'), [false]),
  ]
}

/** Point 7: by the header of the page itself, and by a script that the page would otherwise run. */
async function checkPolicy(program: StandInProgram): Promise<Check> {
  const response = await program.page.reload()
  const header = response?.headers()['content-security-policy']
  const ran = await program.page.evaluate(() => {
    const script = document.createElement('script')
    try {
      script.textContent = 'window.hasRun = true'
      document.head.append(script)
    } catch {
      // Refused by Trusted Types already.
    }
    return 'hasRun' in window
  })
  return expectSame('7 a content security policy that holds', [header, ran], [contentSecurityPolicy, false])
}

/** Point 4: in the window and for the whole program, before Chromium starts. */
async function checkSandboxIsEarly(program: StandInProgram): Promise<Check> {
  const found = await program.inHost(({ journal }) => {
    const at = (name: string): number => journal.findIndex((entry) => entry.name === name)
    const options = JSON.stringify(journal[at('new BrowserWindow')]?.input[0])
    return [
      at('app.enableSandbox') >= 0,
      at('app.enableSandbox') < at('app.whenReady'),
      options.includes('"sandbox":true'),
    ]
  }, null)
  return expectSame('4 processes are sandboxed', found, [true, true, true])
}

/** Point 5, beside the figure of its own: without a handler Electron would grant. */
function readHandlers(program: StandInProgram): Promise<boolean[]> {
  return program.inHost(({ sessionRecord }) => {
    const { permissionRequest, permissionCheck, device, displayMedia } = sessionRecord
    return [permissionRequest, permissionCheck, device, displayMedia].map((handler) => handler !== null)
  }, null)
}

/** Points 12 to 14, beside the figure of the addresses. */
async function checkEvents(program: StandInProgram): Promise<Check[]> {
  const attached = await program.inElectron(({ BrowserWindow }) => {
    let prevented = false
    const [window] = BrowserWindow.getAllWindows()
    window?.webContents.emit('will-attach-webview', { preventDefault: () => (prevented = true) }, {}, {})
    return !prevented
  }, null)
  const decisions = await program.inHost(({ decideOn }) => decideOn('app://bookwheel.evil/'), null)
  return [
    expectSame('12 an embedded browser is refused', attached, false),
    expectSame(
      '13 navigation is refused',
      [decisions.mayNavigate, decisions.mayNavigateFrame],
      [false, false],
    ),
    expectSame('14 new windows are refused', decisions.mayOpenWindow, false),
  ]
}

/** Point 15: a link is opened after a yes and by no other way, and only if it is one of the web or of mail. */
async function checkOpenExternal(program: StandInProgram): Promise<Check> {
  const opened: unknown[] = []
  for (const [address, answer] of [
    ['https://example.org/declined', 0],
    ['https://example.org/accepted', 1],
    ['file:///etc/passwd', 1],
    ['ms-msdt:/id', 1],
  ] as const) {
    await program.inElectron(({ dialog }, response) => {
      dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false })
    }, answer)
    await program.inHost(({ firstContents }, asked) => firstContents().mayOpen(asked), address)
    // The answer of the dialog has been worked on by the time that another question is answered.
    opened.push(
      await program.inHost(
        ({ journal }) =>
          journal.filter(({ name }) => name === 'shell.openExternal').map(({ input }) => input[0]),
        null,
      ),
    )
  }
  return expectSame('15 links are opened after a yes alone', opened, [
    [],
    ['https://example.org/accepted'],
    ['https://example.org/accepted'],
    ['https://example.org/accepted'],
  ])
}

/** Point 17, beside the figure of the forged messages. */
async function checkForeignSender(program: StandInProgram): Promise<Check> {
  const codes = await program.inHost(async ({ invoke, firstContents }) => {
    const { members } = firstContents()
    const answer = await invoke(
      {
        type: 'frame',
        sender: members,
        senderFrame: { url: 'https://example.org/', parent: null, isDestroyed: () => false },
      },
      'bookwheel:call',
      ['readSettings', {}],
    )
    return JSON.stringify(answer).startsWith('{"ok":false,"error":{"code":"internal"')
  }, null)
  return expectSame('17 senders of messages are checked', codes, true)
}

/** Point 18: pages come from `app:`, and `file:` has no handler but a refusal. */
async function checkFiles(program: StandInProgram): Promise<Check> {
  const status = await program.inHost(
    async ({ decideOn }) => (await decideOn('file:///etc/passwd')).status,
    null,
  )
  const loaded = await program.inHost(
    ({ journal }) => journal.filter(({ name }) => name === 'window.loadURL').map(({ input }) => input[0]),
    null,
  )
  const fetched = await program.page.evaluate(() =>
    fetch('file:///etc/passwd').then(
      () => true,
      () => false,
    ),
  )
  return expectSame('18 no files by file:', [status, loaded, fetched], [403, ['app://bookwheel/'], false])
}

/** Point 20: one function per operation and one for events, frozen, and nothing of Electron's behind them. */
async function checkBridge(program: StandInProgram): Promise<Check> {
  const found = await program.page.evaluate(async () => {
    const { bookwheel } = window
    if (!bookwheel) return null
    const heard = new Promise<number>((resolve) => {
      const stop = bookwheel.subscribe((...input: unknown[]) => {
        stop()
        resolve(input.length)
      })
    })
    await bookwheel.operations.changeSettings({ dismissedHints: ['search'] })
    return {
      members: Object.keys(bookwheel),
      operations: Object.keys(bookwheel.operations),
      isFrozen: Object.isFrozen(bookwheel) && Object.isFrozen(bookwheel.operations),
      argumentsOfEvents: await heard,
    }
  })
  return expectSame('20 nothing of Electron is handed to the page', found, {
    members: ['operations', 'subscribe'],
    operations: operationNames,
    isFrozen: true,
    argumentsOfEvents: 1,
  })
}
