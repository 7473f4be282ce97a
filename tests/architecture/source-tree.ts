// The project's own files, for the tests that read them.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'

/** The repository's root. */
export const repositoryRoot = resolve(import.meta.dirname, '../..')

/** A file of ours: its path from the root, with slashes on every system, and its text. */
export interface SourceFile {
  path: string
  text: string
}

/** The files under the given folders and of the given names whose names end in one of `endings`, by path. */
export function readSourceFiles(places: readonly string[], endings: readonly string[]): SourceFile[] {
  return places
    .flatMap((place) => listFiles(join(repositoryRoot, place)))
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .map((file) => ({
      path: relative(repositoryRoot, file).split(sep).join('/'),
      text: readFileSync(file, 'utf8'),
    }))
    .toSorted((left, right) => (left.path < right.path ? -1 : 1))
}

/** Every file of ours that a parser for TypeScript and JavaScript can read. */
export function readCodeFiles(): SourceFile[] {
  const places = ['electron', 'renderer', 'scripts', 'tests', 'electron.vite.config.ts']
  return readSourceFiles(places, ['.ts', '.tsx', '.mjs', '.js'])
}

function listFiles(place: string): string[] {
  if (place.endsWith('.ts')) return [place]
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => {
      const path = join(place, entry.name)
      return entry.isDirectory() ? listFiles(path) : [path]
    })
}
