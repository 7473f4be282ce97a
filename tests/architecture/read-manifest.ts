// package.json and its lock file, as far as the architecture tests look into them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { repositoryRoot } from './source-tree.ts'

const versionsSchema = z.record(z.string(), z.string())
const manifestSchema = z.looseObject({ devDependencies: versionsSchema })
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), devDependencies: versionsSchema.optional() }),
  ),
})

/** package.json: its list of packages, and its other members as they are. */
export function readManifest(): z.infer<typeof manifestSchema> {
  return manifestSchema.parse(readJson('package.json'))
}

/** package-lock.json: its packages by folder; the program itself stands under the empty name. */
export function readLock(): z.infer<typeof lockSchema> {
  return lockSchema.parse(readJson('package-lock.json'))
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(repositoryRoot, name), 'utf8'))
}
