// What a workflow of GitHub's must be, beyond what its own parser knows: pinned, bounded, and calling what is there.
import { fileURLToPath } from 'node:url'
import type * as Parser from '@actions/workflow-parser'
import { runnerImport } from 'vite'
import { parse } from 'yaml'
import { z } from 'zod'

const stepSchema = z.looseObject({ run: z.string().optional(), uses: z.string().optional() })
const jobSchema = z.looseObject({
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  'timeout-minutes': z.number().optional(),
  steps: z.array(stepSchema).optional(),
  strategy: z.looseObject({ matrix: z.record(z.string(), z.unknown()) }).optional(),
})
const includedSchema = z.array(z.record(z.string(), z.unknown())).default([])
const workflowSchema = z.looseObject({
  permissions: z.unknown().optional(),
  jobs: z.record(z.string(), jobSchema),
})

/** npm's own commands, which no `scripts` of package.json names. */
const ownCommands = new Set(['ci', 'pack', 'test', 'install'])

/** What a workflow may rely on. */
export interface Surroundings {
  /** Names of the scripts in package.json. */
  scripts: readonly string[]
  /** Whether a file of the repository is there, by its path with slashes. */
  exists: (path: string) => boolean
  /** Names of the proofs and benches, by the script that runs them. */
  names: Readonly<Record<string, readonly string[]>>
}

let parser: Promise<typeof Parser> | null = null

/** GitHub's own parser. It imports JSON in a way that Node understands no more, and Vite does. */
function loadParser(): Promise<typeof Parser> {
  parser ??= runnerImport<typeof Parser>(fileURLToPath(import.meta.resolve('@actions/workflow-parser')), {
    configFile: false,
    logLevel: 'error',
    environments: { inline: { resolve: { noExternal: ['@actions/workflow-parser'] } } },
  }).then(({ module }) => module)
  return parser
}

/** The complaints of GitHub's own parser: unknown keys, missing `runs-on`, undefined `needs`, wrong expressions. */
async function findSyntaxProblems(name: string, content: string): Promise<string[]> {
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await loadParser()
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter())
  if (value !== undefined) await convertWorkflowTemplate(context, value)
  return context.errors.getErrors().map(({ message }) => message)
}

function findCommandProblems(command: string, { scripts, exists, names }: Surroundings): string[] {
  const npm = [...command.matchAll(/\bnpm (run )?([\w:-]+)(?: ([\w-]+))?/g)].flatMap(
    ([, run, name = '', next]) => {
      if (run === undefined) return ownCommands.has(name) ? [] : [`npm has no command ${name}`]
      if (!scripts.includes(name)) return [`package.json has no script ${name}`]
      const known = names[name]
      return known !== undefined && next !== undefined && !known.includes(next)
        ? [`${name} knows no ${next}`]
        : []
    },
  )
  const node = [...command.matchAll(/\bnode ([\w./-]+\.mjs)/g)].flatMap(([, path = '']) =>
    exists(path) ? [] : [`there is no ${path}`],
  )
  return [...npm, ...node]
}

/** What a job asks of its matrix and the matrix does not have: GitHub would take it for an empty text. */
function findMatrixProblems(id: string, job: z.infer<typeof jobSchema>): string[] {
  const matrix = job.strategy?.matrix ?? {}
  const included = includedSchema.parse(matrix['include'])
  const known = new Set([...Object.keys(matrix), ...included.flatMap((row) => Object.keys(row))])
  const asked = [...JSON.stringify(job).matchAll(/\bmatrix\.([\w-]+)/g)].map(([, name = '']) => name)
  return asked.filter((name) => !known.has(name)).map((name) => `${id} has no matrix.${name}`)
}

/** Everything that is wrong with a workflow; `name` is its file's. */
export async function checkWorkflow(
  name: string,
  content: string,
  surroundings: Surroundings,
): Promise<string[]> {
  const syntax = await findSyntaxProblems(name, content)
  const read = workflowSchema.safeParse(parse(content))
  if (!read.success) return [...syntax, 'this is no workflow with jobs']
  const { permissions, jobs } = read.data
  const problems = Object.entries(jobs).flatMap(([id, job]) => [
    ...(job['timeout-minutes'] === undefined ? [`${id} has no timeout-minutes`] : []),
    ...findMatrixProblems(id, job),
    ...[job.needs ?? []]
      .flat()
      .filter((needed) => !(needed in jobs))
      .map((needed) => `${id} needs ${needed}, which is no job`),
    ...(job.steps ?? []).flatMap(({ run, uses }) => [
      // A tag can be moved to other code; a commit cannot.
      ...(uses === undefined || /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(uses)
        ? []
        : [`${uses} is not pinned to a commit`]),
      ...(run === undefined ? [] : findCommandProblems(run, surroundings)),
    ]),
  ])
  if (permissions === undefined) problems.push('it does not say which permissions it has')
  return [...syntax, ...problems]
}
