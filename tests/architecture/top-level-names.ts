// What may stand at the repository's root. A new name is a decision: it is added here, or it goes elsewhere.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Every name at the root, in the order of their code units. */
export const topLevelNames: readonly string[] = [
  '.ci',
  '.editorconfig',
  '.gitattributes',
  '.github',
  '.gitignore',
  '.npmrc',
  '.oxlintrc.json',
  '.prettierignore',
  '.prettierrc.json',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'DECISIONS.md',
  'LICENSE',
  'README.md',
  'corpus',
  'docs',
  'electron',
  'electron.vite.config.ts',
  'package-lock.json',
  'package.json',
  'renderer',
  'scripts',
  'tests',
  'tsconfig.json',
]

/** Names that are made by working in a folder and are never tracked: `.gitignore` names them too. */
const untracked = ['.git', '.DS_Store', 'node_modules', 'out', 'dist', 'coverage']

/** The tracked names at a checkout's root; where there is no checkout, or no git, the names that lie there. */
export function readTopLevelNames(root: string): string[] {
  const names = listTracked(root) ?? listPresent(root)
  return [...new Set(names)].toSorted()
}

function listTracked(root: string): string[] | null {
  if (!existsSync(join(root, '.git'))) return null
  // Git refuses a checkout of another user, which is what a container often sees.
  const options = ['-c', 'safe.directory=*', 'ls-files', '-z']
  const git = spawnSync('git', options, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (git.status !== 0) return null
  return git.stdout
    .split('\0')
    .flatMap((path) => path.split('/', 1))
    .filter((name) => name !== '')
}

function listPresent(root: string): string[] {
  return readdirSync(root).filter((name) => !untracked.includes(name) && !name.endsWith('.log'))
}
