// Who may import whom: the import table of ARCHITECTURE.md as data. It knows no exemptions.

/** The name of one layer of the import table. */
export type LayerName =
  | 'contract'
  | 'operation names'
  | 'ports'
  | 'services'
  | 'search'
  | 'dispatch'
  | 'storage'
  | 'shells'
  | 'loopback'
  | 'desktop'
  | 'channel names'
  | 'preload'
  | 'page'
  | 'api'
  | 'features'
  | 'ui'
  | 'messages'
  | 'theme'
  | 'build'
  | 'scripts'
  | 'tests'

/** One layer: which files it has and what they may import. What is not named is forbidden. */
export interface Layer {
  name: LayerName
  /** A folder (ends in a slash) or one file. Of all paths that fit a file the longest is its layer's. */
  path: string
  /** Layers that it may import; one that is not among them may not even import itself. */
  layers: readonly LayerName[]
  /** Layers of which it may import types only. */
  typeLayers?: readonly LayerName[]
  /** Packages that it may import; `*` at the end of a name stands for any ending. */
  packages: readonly string[]
  /** Packages of which it may import types only. */
  typePackages?: readonly string[]
  /** Whether it may import Node's own modules. */
  node: boolean
  /** Whether `import()` may be given something else than a plain string, which no test can follow. */
  computed?: boolean
}

const contract = ['contract', 'operation names'] as const
const services = ['ports', 'services', 'search'] as const
const belowShells = [...contract, ...services, 'dispatch', 'storage', 'shells'] as const
const page = [...contract, 'page', 'api', 'features', 'ui', 'messages', 'theme'] as const
const pageLibraries = [
  '@fontsource-variable/*',
  '@tanstack/react-virtual',
  'lucide-react',
  'mdast-util-from-markdown',
  'react',
  'react-aria-components',
  'react-dom',
  'react-intl',
  'react-resizable-panels',
  'zustand',
] as const

/** Packages that start a download when they are loaded outside Electron; `*` does not stand for them. */
export const electronPackages = ['electron', 'electron-store'] as const

/** The whole table. */
export const importTable: readonly Layer[] = [
  { name: 'contract', path: 'electron/contract/', layers: contract, packages: ['zod'], node: false },
  // The preload script carries this file, so it carries nothing itself.
  {
    name: 'operation names',
    path: 'electron/contract/operation-names.ts',
    layers: [],
    packages: [],
    node: false,
  },
  { name: 'ports', path: 'electron/services/ports.ts', layers: contract, packages: [], node: false },
  {
    name: 'services',
    path: 'electron/services/',
    layers: [...contract, ...services],
    packages: ['fflate', 'mdast-util-*', 'micromark-*', 'yaml', 'zod'],
    typePackages: ['mdast'],
    node: true,
  },
  {
    name: 'search',
    path: 'electron/services/search/',
    layers: [...contract, ...services],
    packages: ['lunr'],
    node: true,
  },
  {
    name: 'dispatch',
    path: 'electron/dispatch.ts',
    layers: contract,
    typeLayers: services,
    packages: [],
    node: false,
  },
  {
    name: 'storage',
    path: 'electron/storage/',
    layers: [...contract, 'ports', 'storage'],
    packages: ['zod'],
    typePackages: ['conf'],
    node: true,
  },
  // What both shells share.
  { name: 'shells', path: 'electron/shells/', layers: belowShells, packages: ['zod'], node: true },
  {
    name: 'loopback',
    path: 'electron/shells/loopback/',
    layers: [...belowShells, 'loopback'],
    packages: ['conf', 'open', 'zod'],
    node: true,
  },
  {
    name: 'desktop',
    path: 'electron/shells/desktop/',
    layers: [...belowShells, 'desktop', 'channel names'],
    packages: ['electron', 'electron-store', 'zod'],
    typePackages: ['conf'],
    node: true,
  },
  {
    name: 'channel names',
    path: 'electron/shells/desktop/ipc-channels.ts',
    layers: [],
    packages: [],
    node: false,
  },
  {
    name: 'preload',
    path: 'electron/shells/desktop/preload.ts',
    layers: ['operation names', 'channel names'],
    packages: ['electron'],
    node: false,
  },
  { name: 'page', path: 'renderer/', layers: page, packages: pageLibraries, node: false },
  { name: 'api', path: 'renderer/api/', layers: [...contract, 'api'], packages: [], node: false },
  {
    name: 'features',
    path: 'renderer/features/',
    layers: page,
    packages: pageLibraries,
    typePackages: ['mdast'],
    node: false,
  },
  // Buttons, dialogs and lists know nothing of the features that use them.
  {
    name: 'ui',
    path: 'renderer/ui/',
    layers: [...contract, 'ui', 'messages', 'theme'],
    packages: pageLibraries,
    node: false,
  },
  {
    name: 'messages',
    path: 'renderer/messages/',
    layers: [...contract, 'messages'],
    typeLayers: ['api'],
    packages: pageLibraries,
    node: false,
  },
  {
    name: 'theme',
    path: 'renderer/theme/',
    layers: [...contract, 'theme'],
    packages: pageLibraries,
    node: false,
  },
  { name: 'build', path: 'electron.vite.config.ts', layers: [], packages: ['*'], node: true },
  { name: 'scripts', path: 'scripts/', layers: ['scripts'], packages: ['*'], node: true, computed: true },
  {
    name: 'tests',
    path: 'tests/',
    layers: [...belowShells, 'loopback', 'desktop', 'channel names', ...page, 'build', 'scripts', 'tests'],
    packages: ['*'],
    typePackages: electronPackages,
    node: true,
    computed: true,
  },
]
