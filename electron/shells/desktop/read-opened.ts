// Reads what the system asks the program to open: backups and links of our scheme, as arguments or by themselves. Pure.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { articleIdSchema } from '../../contract/article.ts'
import { backupExtension } from '../../contract/backup-limits.ts'
import { linkScheme } from '../../contract/handed-over.ts'
import type { Opened } from '../../services/handing-over/create-hand-over.ts'

const isBackup = (path: string): boolean => path.toLowerCase().endsWith(backupExtension)

/** The article that a link names. Links come from anywhere: they lead somewhere and change nothing. */
export function readOwnLink(address: string): Opened {
  const [, articleId = ''] = /^bookwheel:\/\/article\/([^/?#]+)\/?$/i.exec(address) ?? []
  return articleIdSchema.safeParse(articleId).success
    ? { kind: 'article', articleId }
    : { kind: 'unreadable-link' }
}

function readArgument(argument: string, workingFolder: string): Opened[] {
  if (argument.toLowerCase().startsWith(`${linkScheme}:`)) return [readOwnLink(argument)]
  if (!isBackup(argument)) return []
  if (!argument.startsWith('file:')) return [{ kind: 'backup', path: resolve(workingFolder, argument) }]
  try {
    return [{ kind: 'backup', path: fileURLToPath(argument) }]
  } catch (cause) {
    // An address of a file on another machine, or none at all.
    if (cause instanceof TypeError) return []
    throw cause
  }
}

/**
 * What the arguments of a start ask to be opened, in their order. What is neither a backup nor a link of ours is passed
 * over: Electron's own arguments stand among them. Relative paths are meant from `workingFolder`.
 */
export function readOpened(argv: readonly string[], workingFolder: string): Opened[] {
  const { positionals } = parseArgs({
    args: argv.slice(1),
    strict: false,
    allowPositionals: true,
    options: { data: { type: 'string' }, 'new-window': { type: 'boolean' } },
  })
  return positionals.flatMap((argument) => readArgument(argument, workingFolder))
}
