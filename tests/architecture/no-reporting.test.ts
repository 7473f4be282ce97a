// Nothing reports, counts or updates: neither by a package nor by Electron's own parts.
import { describe, expect, it } from 'vitest'
import { readLock } from './read-manifest.ts'
import { readSourceFiles } from './source-tree.ts'

/** Packages that send something somewhere, by their names. */
const reportingPackage =
  /sentry|updater|update-electron-app|posthog|mixpanel|analytics|amplitude|bugsnag|rollbar|matomo|telemetry|applicationinsights|newrelic|dd-trace|crashpad/i

/** Parts of Electron that connect by themselves, or let a page do so. */
const connectingPart = /\b(crashReporter|autoUpdater|netLog|inAppPurchase|pushNotifications|net)\b/

/** What a file names in its imports from electron. */
function electronNames(text: string): string[] {
  return [...text.matchAll(/import (?:type )?\{([^}]*)\} from 'electron'/g)].map(([, names = '']) => names)
}

describe('the program', () => {
  it('has no package that reports, counts or updates, however deep', () => {
    const { packages } = readLock()
    const names = Object.keys(packages)
    expect(names.filter((name) => reportingPackage.test(name))).toEqual([])
    expect(names.length).toBeGreaterThan(100)
    expect(reportingPackage.test('node_modules/@sentry/electron')).toBe(true)
  })

  it('takes nothing from Electron that connects by itself', () => {
    const files = readSourceFiles(['electron'], ['.ts'])
    const taken = files.flatMap(({ path, text }) => electronNames(text).map((names) => `${path}: ${names}`))
    expect(taken.filter((names) => connectingPart.test(names.slice(names.indexOf(':'))))).toEqual([])
    expect(taken.length).toBeGreaterThan(5)
    expect(
      electronNames("import { app, autoUpdater } from 'electron'").some((names) =>
        connectingPart.test(names),
      ),
    ).toBe(true)
  })
})
