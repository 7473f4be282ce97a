// Versions are exact, so that every checkout is the same program, and Electron's has the fixes that we rely on.

/** A version in full, as `1.2.3`; a range or a pre-release is none. */
const exactVersion = /^\d+\.\d+\.\d+$/

/** The packages of a list whose version is not exact. */
export function findLooseVersions(versions: Readonly<Record<string, string>>): string[] {
  return Object.entries(versions)
    .filter(([, version]) => !exactVersion.test(version))
    .map(([name, version]) => `${name} ${version}`)
}

/**
 * The first version of each major line of Electron in which another origin cannot read a scheme that has
 * `supportFetchAPI` (CVE-2026-70604). Later lines have the fix from their start.
 */
const electronFloor: readonly (readonly [number, number, number])[] = [
  [39, 8, 10],
  [40, 9, 3],
  [41, 4, 0],
  [42, 0, 0],
]

/** Whether an exact version of Electron has the fix of its line. */
export function isSafeElectron(version: string): boolean {
  if (!exactVersion.test(version)) return false
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const newestLine = electronFloor.at(-1)?.[0] ?? Infinity
  if (major > newestLine) return true
  const floor = electronFloor.find(([line]) => line === major)
  return floor !== undefined && (minor > floor[1] || (minor === floor[1] && patch >= floor[2]))
}
