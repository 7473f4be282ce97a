// Bundles what the proof of durability runs: for each shell's class of stores a small program that can be killed, and the
// class itself. electron-store gets a stand-in for Electron, which its constructor asks for a folder and a version. Runs in Node.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import { build } from 'vite'
import type { StoreClass } from '../../../electron/storage/safe-store.ts'

/** The packages whose class a shell hands to storage: browser mode the first, the desktop the second. */
export const storePackages = ['conf', 'electron-store'] as const
/** One of {@link storePackages}. */
export type StorePackage = (typeof storePackages)[number]

/** Where the bundles of one package lie. */
export interface StoreBundle {
  storePackage: StorePackage
  /** Absolute path of `program.ts`, bundled with this package's class. */
  program: string
  StoreClass: StoreClass
}

const standInForElectron = `export default {
  app: { getPath: () => '/nowhere', getVersion: () => '1.0.0' },
  ipcMain: { on() {} },
  shell: {},
}`

/** Modules that exist only in these bundles. */
function virtualModules(sources: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'virtual-modules',
    enforce: 'pre',
    resolveId: (id) => (Object.hasOwn(sources, id) ? `\0${id}` : null),
    load: (id) => sources[id.slice(1)] ?? null,
  }
}

/** Loads a module by its address, outside of what loads this file: that has ended by then. */
export type ImportModule = (address: string) => Promise<{ default: StoreClass }>

/** Bundles for one package into a folder. */
export async function bundlePrograms(
  storePackage: StorePackage,
  folder: string,
  importModule: ImportModule,
): Promise<StoreBundle> {
  const program = JSON.stringify(join(import.meta.dirname, 'program.ts'))
  const storeClass = JSON.stringify(storePackage)
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    plugins: [
      virtualModules({
        electron: standInForElectron,
        program: `import StoreClass from ${storeClass}\nimport { runProgram } from ${program}\nawait runProgram(StoreClass)`,
        'store-class': `export { default } from ${storeClass}`,
      }),
    ],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: {
        input: { program: 'program', 'store-class': 'store-class' },
        output: {
          entryFileNames: `${storePackage}-[name].mjs`,
          chunkFileNames: `${storePackage}-[name]-[hash].mjs`,
          format: 'es',
        },
      },
    },
  })
  const classFile = join(folder, `${storePackage}-store-class.mjs`)
  const { default: StoreClass } = await importModule(pathToFileURL(classFile).href)
  return { storePackage, program: join(folder, `${storePackage}-program.mjs`), StoreClass }
}
