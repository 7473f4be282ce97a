// Turns the stand-in's TypeScript into files that a plain Node and Chromium can run. Runs in tests.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { projectFolder } from '../program-folder.ts'

const sourceFolder = import.meta.dirname

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(sourceFolder, name)))
  }
  return hash.digest('hex').slice(0, 16)
}

/**
 * Bundles the stand-in where its sources have changed since, and answers the absolute path of the folder: `run.js` and
 * `electron.js` for Node, `page-world.js` and `preload-world.js` for pages.
 */
export async function bundleStandIn(): Promise<string> {
  const cache = join(projectFolder, 'node_modules', '.cache')
  const folder = join(cache, `stand-in-${fingerprint()}`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}-${process.pid}`
  mkdirSync(cache, { recursive: true })
  await bundleForNode(unfinished)
  for (const name of ['page-world', 'preload-world']) await bundleForPages(name, unfinished)
  try {
    renameSync(unfinished, folder)
  } catch (cause) {
    // Another test was faster with the same sources.
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw cause
  }
  return folder
}

/**
 * Copies the bundle, with the one package that it imports, into `folder`, for a user who may not look into the project's:
 * it may lie in somebody's home. Answers the absolute path of the copy.
 */
export function copyStandIn(bundle: string, folder: string): string {
  const copy = join(folder, 'stand-in')
  const playwright = join('node_modules', 'playwright-core')
  cpSync(bundle, copy, { recursive: true })
  cpSync(join(projectFolder, playwright), join(copy, playwright), { recursive: true })
  return copy
}

async function bundleForNode(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: sourceFolder,
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { run: join(sourceFolder, 'run.ts'), electron: join(sourceFolder, 'electron.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', format: 'es' },
        external: ['playwright-core'],
      },
    },
  })
}

async function bundleForPages(name: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: sourceFolder,
    build: {
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: { [name]: join(sourceFolder, 'page', `${name}.ts`) },
        output: { entryFileNames: '[name].js', format: 'iife' },
      },
    },
  })
}
