// Looks into the Debian package. Its files are electron-builder's; dpkg-deb has put them together. Runs in Node.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from '../shared/check.ts'
import { expectSame } from '../shared/check.ts'
import type { Figure, Skipped } from '../shared/figures.ts'
import { countFigure } from '../shared/figures.ts'
import { demand, runCommand } from './run-command.ts'

/** Commands that the checks need, and the Debian packages that bring them. */
const needed = { 'dpkg-deb': 'dpkg', 'desktop-file-validate': 'desktop-file-utils', xmllint: 'libxml2-utils' }

async function isThere(command: string): Promise<boolean> {
  return (await runCommand(command, ['--version'])).exitCode !== null
}

/** Gets what is missing where that is allowed, and answers the commands that are missing still. */
async function findMissing(): Promise<string[]> {
  const missing = await filterMissing(Object.keys(needed))
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return missing
  const packages = Object.entries(needed).flatMap(([command, name]) =>
    missing.includes(command) ? name : [],
  )
  console.log(`installing ${packages.join(' and ')} with apt-get, for the Debian package's checks`)
  await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    environment: { DEBIAN_FRONTEND: 'noninteractive' },
  })
  return filterMissing(missing)
}

async function filterMissing(commands: readonly string[]): Promise<string[]> {
  const missing: string[] = []
  for (const command of commands) if (!(await isThere(command))) missing.push(command)
  return missing
}

async function checkFields(deb: string): Promise<Check[]> {
  const fields = ['Package', 'Version', 'Architecture', 'License', 'Homepage', 'Depends', 'Maintainer']
  const checks: Check[] = []
  for (const field of fields) {
    const value = (await demand('dpkg-deb', ['--field', deb, field])).trim()
    checks.push({ name: field, holds: value !== '', detail: 'is empty' })
    if (field === 'Package') checks.push(expectSame(field, value, 'bookwheel'))
    if (field === 'Architecture') checks.push(expectSame(field, value, 'amd64'))
  }
  return checks
}

async function checkContents(deb: string): Promise<Check[]> {
  const lines = (await demand('dpkg-deb', ['--contents', deb])).trim().split('\n')
  const files = lines.map((line) => ({ rights: line.slice(0, 10), path: line.split(' ./').at(-1) ?? '' }))
  const paths = [
    'opt/Bookwheel/bookwheel',
    'opt/Bookwheel/resources/app.asar',
    'opt/Bookwheel/resources/licences.txt',
    'opt/Bookwheel/resources/corpus/articles/break-new-ground.md',
    'usr/share/applications/bookwheel.desktop',
    'usr/share/mime/packages/bookwheel.xml',
    ...[16, 32, 48, 256, 512].map((size) => `usr/share/icons/hicolor/${size}x${size}/apps/bookwheel.png`),
  ]
  return [
    ...paths.map((path) => ({
      name: path,
      holds: files.some((file) => file.path === path),
      detail: 'is missing',
    })),
    ...files.map(({ rights, path }) => ({
      name: path,
      holds: !/w.$/.test(rights) && rights.charAt(7) === 'r' && !path.includes('node_modules'),
      detail: `has ${rights}`,
    })),
  ]
}

async function checkDesktopFiles(root: string): Promise<Check[]> {
  const entry = join(root, 'usr', 'share', 'applications', 'bookwheel.desktop')
  const mime = join(root, 'usr', 'share', 'mime', 'packages', 'bookwheel.xml')
  const said = await runCommand('desktop-file-validate', [entry])
  const isWellFormed = await runCommand('xmllint', ['--noout', mime])
  const entryText = readFileSync(entry, 'utf8')
  const lines = [
    'Exec=/opt/Bookwheel/bookwheel %U',
    'StartupWMClass=bookwheel',
    'MimeType=application/vnd.bookwheel.backup+zip;x-scheme-handler/bookwheel;',
    'Exec=/opt/Bookwheel/bookwheel --new-window',
  ]
  return [
    expectSame('desktop-file-validate finds nothing to say', said.output + said.errorOutput, ''),
    ...lines.map((line) => ({
      name: line,
      holds: entryText.split('\n').includes(line),
      detail: 'is not in the desktop entry',
    })),
    expectSame('the file type is well-formed XML', isWellFormed.exitCode, 0),
    {
      name: 'the file type is that of .bookwheel',
      holds: /type="application\/vnd\.bookwheel\.backup\+zip">\s*<glob pattern="\*\.bookwheel"\/>/.test(
        readFileSync(mime, 'utf8'),
      ),
      detail: readFileSync(mime, 'utf8'),
    },
  ]
}

/** Checks the package that `makeDeb` makes, which answers its path. Skipped with a reason where the commands are missing. */
export async function checkDeb(folder: string, makeDeb: () => Promise<string>): Promise<Figure[] | Skipped> {
  const title = 'the Debian package'
  const missing = await findMissing()
  if (missing.length > 0) return { title, reason: `${missing.join(' and ')} cannot be found` }
  const deb = await makeDeb()
  const root = join(folder, 'root')
  await demand('dpkg-deb', ['--extract', deb, root])
  const scripts = join(folder, 'control')
  await demand('dpkg-deb', ['--control', deb, scripts])
  const parsed = await Promise.all(
    ['postinst', 'postrm'].map((name) => runCommand('bash', ['-n', join(scripts, name)])),
  )
  return [
    countFigure('what the Debian package says of itself', 7, await checkFields(deb)),
    countFigure(
      'files of the Debian package are there and nobody else may write to them',
      60,
      await checkContents(deb),
    ),
    countFigure('entry for the menu, link scheme and file type', 7, await checkDesktopFiles(root)),
    countFigure(
      'scripts of the Debian package can be read by bash',
      2,
      parsed.map(({ exitCode, errorOutput }, at) =>
        expectSame(`script ${at}`, [exitCode, errorOutput], [0, '']),
      ),
    ),
  ]
}
