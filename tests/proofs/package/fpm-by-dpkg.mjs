#!/usr/bin/env node
// Takes the place of fpm, which electron-builder would fetch: makes the Debian package that its arguments describe with
// dpkg-deb. What lies in the package, and what is said of it, is electron-builder's own work. Started by electron-builder.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Options that stand alone; every other one takes a value. */
const flags = new Set(['--force'])

/** @type {Map<string, string[]>} */
const options = new Map()
/** @type {[from: string, to: string][]} */
const files = []
const args = process.argv.slice(2)
for (let at = 0; at < args.length; at += 1) {
  const argument = args[at] ?? ''
  if (argument.startsWith('-')) {
    if (!flags.has(argument)) options.set(argument, [...(options.get(argument) ?? []), args[(at += 1)] ?? ''])
  } else {
    const [from = '', to = ''] = argument.split('=')
    files.push([from, to])
  }
}

/** @param {string} name */
function one(name) {
  const [value] = options.get(name) ?? []
  if (value === undefined) throw new Error(`electron-builder gave no ${name}`)
  return value
}

/** @param {string} name */
function all(name) {
  return (options.get(name) ?? []).join(', ')
}

const root = mkdtempSync(join(tmpdir(), 'bookwheel-deb-'))
chmodSync(root, 0o755)
for (const [from, to] of files) {
  mkdirSync(dirname(join(root, to)), { recursive: true })
  cpSync(from, join(root, to), { recursive: true, preserveTimestamps: true })
  if (!from.endsWith('/')) chmodSync(join(root, to), 0o644)
}
mkdirSync(join(root, 'DEBIAN'))
const [summary = '', ...description] = one('--description').split('\n')
writeFileSync(
  join(root, 'DEBIAN', 'control'),
  `Package: ${one('--name')}
Version: ${one('--version')}
License: ${one('--license')}
Vendor: ${one('--vendor')}
Architecture: ${one('--architecture')}
Maintainer: ${one('--maintainer')}
Depends: ${all('-d')}
Recommends: ${all('--deb-recommends')}
Section: ${options.get('--category')?.[0] ?? 'default'}
Priority: ${one('--deb-priority')}
Homepage: ${one('--url')}
Description: ${summary.trim()}
${description.map((line) => ` ${line.trim()}`).join('\n')}
`,
)
for (const [option, name] of /** @type {const} */ ([
  ['--after-install', 'postinst'],
  ['--after-remove', 'postrm'],
])) {
  cpSync(one(option), join(root, 'DEBIAN', name))
  chmodSync(join(root, 'DEBIAN', name), 0o755)
}
const built = spawnSync(
  'dpkg-deb',
  ['--root-owner-group', '-Zxz', '-z1', '--build', root, one('--package')],
  { stdio: 'inherit' },
)
rmSync(root, { recursive: true, force: true })
process.exitCode = built.status ?? 1
