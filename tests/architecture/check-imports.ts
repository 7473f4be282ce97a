// Holds the imports of a file against the import table.
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import type { Layer } from './import-table.ts'
import { electronPackages } from './import-table.ts'
import type { Import } from './read-imports.ts'

/** The layer of a file by its path from the repository's root, or `undefined` where no layer has it. */
export function findLayer(table: readonly Layer[], path: string): Layer | undefined {
  return table
    .filter((layer) => (layer.path.endsWith('/') ? path.startsWith(layer.path) : path === layer.path))
    .toSorted((left, right) => right.path.length - left.path.length)[0]
}

/** The file that an import names, from the repository's root, or `null` where it names a module of others. */
export function resolveImport(from: string, specifier: string): string | null {
  if (!/^\.\.?\//.test(specifier)) return null
  const [file = ''] = specifier.split('?')
  return posix.join(posix.dirname(from), file)
}

/** The name of the package that a specifier names: `react-dom` for `react-dom/client`. */
export function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** What is wrong with the imports of one file, each complaint with the file and line that it is about. */
export function checkImports(table: readonly Layer[], path: string, imports: readonly Import[]): string[] {
  const layer = findLayer(table, path)
  if (layer === undefined) return [`${path}: belongs to no layer of the import table`]
  return imports
    .filter((found) => !isAllowed(table, layer, path, found))
    .map(({ specifier, typeOnly, line }) => {
      const what = specifier === null ? 'something worked out at run time' : specifier
      return `${path}:${line}: ${layer.name} may not import ${what}${typeOnly ? ' (types)' : ''}`
    })
}

function isAllowed(table: readonly Layer[], layer: Layer, path: string, found: Import): boolean {
  const { specifier, typeOnly } = found
  if (specifier === null) return layer.computed === true
  const target = resolveImport(path, specifier)
  if (target !== null) {
    const targetLayer = findLayer(table, target)?.name
    const allowed = typeOnly ? [...layer.layers, ...(layer.typeLayers ?? [])] : layer.layers
    return allowed.some((name) => name === targetLayer)
  }
  if (isBuiltin(specifier)) return layer.node && specifier.startsWith('node:')
  const allowed = typeOnly ? [...layer.packages, ...(layer.typePackages ?? [])] : layer.packages
  return allowed.some((pattern) => fits(pattern, packageOf(specifier)))
}

function fits(pattern: string, name: string): boolean {
  if (!pattern.endsWith('*')) return pattern === name
  return name.startsWith(pattern.slice(0, -1)) && !electronPackages.some((barred) => barred === name)
}
