// Finds out what the program is and where its own files lie. Used by both shells at start. Plain Node.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ShellName } from '../contract/status.ts'
import type { ProgramFacts } from '../services/ports.ts'

const packageSchema = z.object({ version: z.string().min(1) })

/** The program's version. `programFolder` is the one that holds its `package.json`. */
export function readVersion(programFolder: string): string {
  return packageSchema.parse(JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8'))).version
}

/**
 * What the services are told of the program. Folders are absolute; `resourceFolder` holds `corpus`, which a desktop package
 * keeps beside its archive.
 */
export function readProgramFacts(options: {
  programFolder: string
  resourceFolder: string
  dataFolder: string
  shell: ShellName
}): ProgramFacts {
  const { programFolder, resourceFolder, dataFolder, shell } = options
  return {
    version: readVersion(programFolder),
    shell,
    dataFolder,
    corpusFolder: join(resourceFolder, 'corpus', 'articles'),
  }
}
