// Looks into an unpacked Linux package: what its archive holds, what lies beside it, and which fuses its binary has. Runs in Node.
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, relative, sep } from 'node:path'
import { parseSync } from 'vite'
import { fuses } from '../../../scripts/packaging/builder-config.mjs'
import { readImports } from '../../architecture/read-imports.ts'
import { readSourceFiles } from '../../architecture/source-tree.ts'
import { projectFolder } from '../../end-to-end/hosts/program-folder.ts'
import type { Check } from '../shared/check.ts'
import { expectSame } from '../shared/check.ts'
import type { Figure } from '../shared/figures.ts'
import { countFigure, sizeFigure } from '../shared/figures.ts'

/** Bytes that the archive may have: the program with its fonts, and room to grow by a third. */
const archiveBound = 4_500_000

const isOurs = /^(package\.json|out\/(main|preload|renderer)\/.+|out\/licences\.json)$/

/** All files below a folder, by their paths with slashes. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => lstatSync(join(folder, path)).isFile())
    .map((path) => path.split(sep).join('/'))
    .toSorted()
}

/** The parts of the packagers' tools that look into packages. They are installed apart from all else. */
export interface PackageReaders {
  /** Of `@electron/asar`: unpacks an archive into a folder. */
  extractAll: (archive: string, folder: string) => void
  /** Of `@electron/fuses`: the state of each fuse of a binary, as the code of a character, by its number. */
  getCurrentFuseWire: (path: string) => Promise<Record<string, number>>
  /** Of `@electron/fuses`: the numbers of the fuses by their names. */
  fuseNumbers: Record<string, number | string>
}

/** What a script of the archive imports that is neither its own neighbour nor there without being bundled. */
function findForeignImports(path: string, source: string): string[] {
  const { module } = parseSync(path, source)
  return module.staticImports
    .map(({ moduleRequest }) => moduleRequest.value)
    .filter((name) => !name.startsWith('.') && name !== 'electron' && !name.startsWith('node:'))
    .filter((name) => !builtinModules.includes(name))
}

function checkBundle(folder: string, paths: readonly string[]): Check[] {
  return paths
    .filter((path) => /^out\/main\/.*\.js$/.test(path))
    .map((path) =>
      expectSame(
        `imports of ${path}`,
        findForeignImports(path, readFileSync(join(folder, path), 'utf8')),
        [],
      ),
    )
}

/** Every package that a source of the program names, which is another list than the bundler's. */
function checkLicences(folder: string): Check[] {
  const list: { name: string }[] = JSON.parse(readFileSync(join(folder, 'out', 'licences.json'), 'utf8'))
  const listed = new Set(list.map(({ name }) => name))
  const named = readSourceFiles(['electron', 'renderer'], ['.ts', '.tsx', '.css'])
    .flatMap(({ path, text }) =>
      path.endsWith('.css')
        ? [...text.matchAll(/@import '([^'.][^']*)'/g)].map(([, name]) => name)
        : readImports(path, text).flatMap(({ specifier, typeOnly }) => (typeOnly ? null : specifier)),
    )
    .map((name) => /^((?:@[^/]+\/)?[^./][^/]*)/.exec(name ?? '')?.[1] ?? null)
    .filter((name) => name !== null && name !== 'electron' && !name.startsWith('node:'))
  return [...new Set(named)].map((name) => ({
    name: `${name}`,
    holds: listed.has(`${name}`),
    detail: 'is imported and not in the list of licences',
  }))
}

async function checkFuses(binary: string, readers: PackageReaders): Promise<Check[]> {
  const wire = await readers.getCurrentFuseWire(binary)
  return Object.entries(fuses).map(([name, isOn]) => {
    // electron-builder's names begin in small letters, those of `@electron/fuses` in capitals.
    const number = readers.fuseNumbers[`${name.charAt(0).toUpperCase()}${name.slice(1)}`]
    return expectSame(name, String.fromCodePoint(wire[String(number)] ?? 0), isOn ? '1' : '0')
  })
}

/** Checks an unpacked package; `unpacked` is where {@link unpackArchive} has put its archive. */
export async function checkArchive(
  packageFolder: string,
  unpacked: string,
  readers: PackageReaders,
): Promise<Figure[]> {
  const resources = join(packageFolder, 'resources')
  const paths = listFiles(unpacked)
  const manifest: object = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'))
  const corpus = join(projectFolder, 'corpus')
  const library = listFiles(join(corpus, 'articles')).map((path) => `corpus/articles/${path}`)
  const beside = listFiles(resources).filter((path) => path.startsWith('corpus/articles/'))
  return [
    countFigure(
      'files of the archive are our own build, none of them a development dependency',
      30,
      paths.map((path) => ({ name: path, holds: isOurs.test(path), detail: 'does not belong there' })),
    ),
    countFigure(
      'scripts outside the page import nothing but Electron and Node',
      5,
      checkBundle(unpacked, paths),
    ),
    countFigure(
      'the manifest names no package and runs no script',
      3,
      ['dependencies', 'devDependencies', 'scripts'].map((list) =>
        expectSame(list, Reflect.get(manifest, list), undefined),
      ),
    ),
    countFigure('articles lie beside the archive, byte for byte', library.length, [
      expectSame('the same articles', beside, library),
      ...library.map((path) => ({
        name: path,
        holds: readFileSync(join(projectFolder, path)).equals(readFileSync(join(resources, path))),
        detail: `differs from ${relative(projectFolder, corpus)}`,
      })),
    ]),
    countFigure('packages that sources import are in the list of licences', 15, checkLicences(unpacked)),
    countFigure(
      'fuses, read back from the binary, stand as they should',
      7,
      await checkFuses(join(packageFolder, 'bookwheel'), readers),
    ),
    sizeFigure('size of the archive', statSync(join(resources, 'app.asar')).size, archiveBound),
  ]
}
