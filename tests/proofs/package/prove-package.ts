// Makes the packages as far as that goes here and puts what is found beside its goals. Runs in Node.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PackageReaders } from './check-archive.ts'
import { checkArchive } from './check-archive.ts'
import { checkDeb } from './check-deb.ts'
import { checkNpm } from './check-npm.ts'
import { checkProgram } from './check-program.ts'
import type { Figure, Skipped } from '../shared/figures.ts'
import { reportFigure } from '../shared/figures.ts'
import { runBuilder } from './run-builder.ts'

/** What only a machine with Electron's binary, a network and the system in question can make. */
const notHere: readonly Skipped[] = [
  {
    title: 'AppImage',
    reason: 'electron-builder fetches its runtime from github.com; the workflow Release makes it',
  },
  { title: 'Windows and Mac packages', reason: 'they need a real Electron; the workflow Release makes them' },
  { title: 'the program in its packaged Electron', reason: 'as above; there the specs run on every package' },
]

/** The archive is unpacked where Electron would look into it: the library then lies beside it. */
function layOut(packageFolder: string, folder: string, { extractAll }: PackageReaders): string {
  const resources = join(folder, 'resources')
  const unpacked = join(resources, 'app.asar')
  mkdirSync(resources, { recursive: true })
  extractAll(join(packageFolder, 'resources', 'app.asar'), unpacked)
  cpSync(join(packageFolder, 'resources', 'corpus'), join(resources, 'corpus'), { recursive: true })
  return unpacked
}

async function prove(folder: string, readers: PackageReaders): Promise<boolean> {
  const dist = await runBuilder(join(folder, 'dir'), 'dir')
  const packageFolder = join(dist, 'linux-unpacked')
  const unpacked = layOut(packageFolder, join(folder, 'laid-out'), readers)
  const parts: (() => Promise<Figure[] | Skipped | (Figure | Skipped)[]>)[] = [
    () => checkArchive(packageFolder, unpacked, readers),
    () => checkProgram(unpacked, join(folder, 'program')),
    () => checkDeb(join(folder, 'deb'), () => makeDeb(join(folder, 'deb'))),
    () => checkNpm(join(folder, 'npm')),
  ]
  let isMet = true
  const skipped: Skipped[] = []
  for (const part of parts) {
    for (const line of [await part()].flat()) {
      if ('reason' in line) skipped.push(line)
      else isMet = reportFigure(line) && isMet
    }
  }
  for (const { title, reason } of [...skipped, ...notHere]) console.log(`not tried  ${title}: ${reason}`)
  return isMet
}

async function makeDeb(folder: string): Promise<string> {
  const dist = await runBuilder(folder, 'deb')
  const name = readdirSync(dist).find((file) => file.endsWith('.deb'))
  if (name === undefined) throw new Error('electron-builder left no Debian package')
  return join(dist, name)
}

/** Proves it and answers the exit code. */
export async function provePackage(readers: PackageReaders): Promise<number> {
  if (process.platform !== 'linux') {
    console.log('This proof makes Linux packages, so it runs on Linux alone.')
    return 1
  }
  const folder = mkdtempSync(join(tmpdir(), 'bookwheel-proof-'))
  try {
    return (await prove(folder, readers)) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
