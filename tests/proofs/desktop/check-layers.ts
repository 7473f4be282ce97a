// The layers that keep the desktop off the network: that each is there, and laid before there is a page. Runs in Node.
import { fuses } from '../../../scripts/packaging/builder-config.mjs'
import { offlineSwitches, refusedSchemes } from '../../../electron/shells/desktop/offline.ts'
import type { StandInProgram } from '../../end-to-end/hosts/launch-stand-in.ts'
import type { Check } from '../shared/check.ts'
import { expectSame } from '../shared/check.ts'

/** What must have been called, once or more, before the first window is made. */
const beforeTheWindow = [
  'session.setPermissionRequestHandler',
  'session.setPermissionCheckHandler',
  'session.setDevicePermissionHandler',
  'session.setDisplayMediaRequestHandler',
  'session.setSpellCheckerEnabled',
  'session.setSpellCheckerLanguages',
  'session.setSpellCheckerDictionaryDownloadURL',
  'session.webRequest.onBeforeRequest',
  'protocol.handle',
] as const

/** Parts of Electron that connect by themselves: their names occur in no call. */
const connectingParts = /^(crashReporter|autoUpdater|net|netLog|pushNotifications)\./

/** Checks the order in which the program spoke to Electron, and what stands at the end. */
export async function checkLayers(program: StandInProgram): Promise<Check[]> {
  const calls = await program.inHost(
    ({ journal }) =>
      journal.map(({ name, input }) => ({ name, first: typeof input[0] === 'string' ? input[0] : null })),
    null,
  )
  const names = calls.map(({ name }) => name)
  const at = (name: string): number => names.indexOf(name)
  const lastAt = (name: string): number => names.lastIndexOf(name)
  const window = at('new BrowserWindow')
  const switches = calls.filter(({ name }) => name.endsWith('appendSwitch'))
  return [
    ...beforeTheWindow.map((name) => ({
      name: `${name} before the first window`,
      holds: at(name) >= 0 && lastAt(name) < window,
      detail: `first at ${at(name)}, last at ${lastAt(name)}, the window at ${window}`,
    })),
    ...offlineSwitches.map(([name]) => {
      const found = calls.findIndex((call) => call.name.endsWith('appendSwitch') && call.first === name)
      return {
        name: `switch ${name} before Electron is ready`,
        holds: found >= 0 && found < at('app.whenReady'),
        detail: `at ${found} of ${switches.length} switches, ready is asked for at ${at('app.whenReady')}`,
      }
    }),
    ...(await checkSchemes(program)),
    expectSame('the spell checker has nothing to fetch', await readSpellChecker(program), [false, [], true]),
    expectSame(
      'parts of Electron that connect by themselves',
      names.filter((name) => connectingParts.test(name)),
      [],
    ),
    expectSame('19 fuses of a package', fuses, {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    }),
  ]
}

/** Whatever were asked of a scheme of the network, the program answers 403 and not a byte. */
function checkSchemes(program: StandInProgram): Promise<Check[]> {
  return Promise.all(
    refusedSchemes.map(async (scheme) => {
      const address = `${scheme}://example.org/`
      const { status } = await program.inHost(({ decideOn }, asked) => decideOn(asked), address)
      return expectSame(`${scheme}: is answered`, status, 403)
    }),
  )
}

function readSpellChecker(program: StandInProgram): Promise<unknown> {
  return program.inHost(({ sessionRecord }) => {
    const { enabled, languages, dictionaryAddress } = sessionRecord.spellChecker
    return [enabled, languages, dictionaryAddress.startsWith('app://bookwheel/')]
  }, null)
}
