// What electron-builder makes of the built program for each system. Data for `npm run package`; plain Node.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const projectFolder = join(import.meta.dirname, '..', '..')
const iconFolder = 'scripts/packaging/icons'

/** @type {{ devDependencies: Record<string, string> }} */
const { devDependencies } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))

/** Where the sources of a package lie; a package that nobody has released names an address that leads nowhere. */
const homepage = process.env['GITHUB_REPOSITORY']
  ? `https://github.com/${process.env['GITHUB_REPOSITORY']}`
  : 'https://bookwheel.invalid/'

/** Whether there is a certificate of Apple's to sign with; otherwise the Mac's package is signed by nobody ("ad hoc"). */
const signsForMac = Boolean(process.env['CSC_LINK'])

/** What every package of Electron is made safe with: see DECISIONS.md. */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
}

const desktopEntry = {
  GenericName: 'Research Reader',
  Keywords: 'articles;reading;highlights;notes;search;',
}

const mac = ['x64', 'arm64']

export default {
  appId: 'app.bookwheel.desktop',
  productName: 'Bookwheel',
  copyright: 'MIT licence; see licences.txt',
  electronVersion: devDependencies['electron'],
  directories: { output: 'dist', buildResources: iconFolder },
  // The bundle carries everything; nothing of node_modules, and nothing of browser mode.
  files: [
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'out/licences.json',
    'package.json',
    '!out/main/loopback.js',
    '!**/node_modules/**',
  ],
  // Beside the archive, as plain files that a reader can look into.
  extraResources: [
    { from: 'corpus', to: 'corpus', filter: ['README.md', 'articles/**'] },
    { from: 'out/licences.txt', to: 'licences.txt' },
  ],
  extraMetadata: { desktopName: 'bookwheel.desktop', homepage, author: 'The Bookwheel maintainers' },
  asar: true,
  npmRebuild: false,
  // Bookwheel speaks English so far, and Chromium's own words are seen nowhere.
  electronLanguages: ['en', 'en-US'],
  electronFuses: fuses,
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  // There is no updater, so there is nothing to publish to.
  publish: null,
  fileAssociations: [
    {
      ext: 'bookwheel',
      name: 'Bookwheel backup',
      description: 'Bookwheel backup',
      mimeType: 'application/vnd.bookwheel.backup+zip',
      role: 'Editor',
      rank: 'Owner',
    },
  ],
  protocols: [{ name: 'Bookwheel link', schemes: ['bookwheel'], role: 'Viewer' }],
  // The runtime of this version needs no FUSE library of the system's.
  toolsets: { appimage: '1.0.3' },
  linux: {
    target: ['AppImage', 'deb'],
    executableName: 'bookwheel',
    icon: `${iconFolder}/linux`,
    category: 'Office;Viewer;',
    synopsis: 'Offline desktop reader for research',
    maintainer: 'The Bookwheel maintainers <maintainers@bookwheel.invalid>',
    syncDesktopName: true,
    desktop: { entry: desktopEntry },
  },
  // Only here is it known where the program will lie.
  deb: {
    desktop: {
      entry: { ...desktopEntry, Actions: 'new-window;' },
      desktopActions: { 'new-window': { Name: 'New Window', Exec: '/opt/Bookwheel/bookwheel --new-window' } },
    },
  },
  win: {
    target: ['nsis', 'portable'],
    icon: `${iconFolder}/icon.ico`,
  },
  // What the reader has made lies in a folder of its own, which no uninstaller touches.
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
    differentialPackage: false,
    include: 'scripts/packaging/installer.nsh',
  },
  portable: { artifactName: '${productName}-${version}-${os}-${arch}-portable.${ext}' },
  mac: {
    target: [
      { target: 'dmg', arch: mac },
      { target: 'zip', arch: mac },
    ],
    icon: `${iconFolder}/icon.icns`,
    category: 'public.app-category.productivity',
    hardenedRuntime: signsForMac,
    ...(signsForMac ? {} : { identity: '-' }),
  },
  dmg: { writeUpdateInfo: false },
}
