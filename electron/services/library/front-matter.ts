// The head of an article's file: which fields it has, and what is wrong with them in plain words. Plain Node.
import { z } from 'zod'
import type { LibraryProblem } from '../../contract/article.ts'
import { accountSchema, articleKindSchema, partialDateSchema } from '../../contract/article.ts'

/** What is wrong with a file, before it is said which file. */
export type FileProblem = Omit<LibraryProblem, 'file'>

const tagSchema = z
  .string()
  .min(1)
  .refine((tag) => tag === tag.trim().toLowerCase(), 'write tags in lower case')

/** YAML reads a bare year as a number. */
const writtenDateSchema = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  partialDateSchema.nullable(),
)

/** A list that may be left empty; the field itself must stand there. */
function listOf(items: z.ZodType<string>) {
  return z
    .array(items)
    .nullable()
    .transform((list) => list ?? [])
}

const frontMatterSchema = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1)
    .regex(/^\P{Cc}*$/u, 'must be a single line'),
  kind: articleKindSchema,
  account: accountSchema.extend({
    agencies: listOf(z.string().min(1)),
    date: writtenDateSchema,
  }),
  retelling: z.boolean(),
  language: accountSchema.shape.language,
  tags: listOf(tagSchema),
  note: z.string().trim().min(1).nullable(),
})

/** The fields at the head of an article's file; `corpus/README.md` explains them one by one. */
export type FrontMatter = z.infer<typeof frontMatterSchema>

/** Why a field is refused that no article has: its name is the file's own words. */
export const noSuchField = 'there is no such field'

/** Checks the fields. Of every field at fault the first problem is told, in the order of the fields. */
export function checkFrontMatter(
  value: unknown,
): { ok: true; frontMatter: FrontMatter } | { ok: false; problems: FileProblem[] } {
  const checked = frontMatterSchema.safeParse(value, { error: explain })
  if (checked.success) return { ok: true, frontMatter: checked.data }
  return { ok: false, problems: firstOfEachField(checked.error.issues.flatMap(toProblems)) }
}

function firstOfEachField(problems: readonly FileProblem[]): FileProblem[] {
  return problems.filter(
    ({ field }, index) => problems.findIndex((problem) => problem.field === field) === index,
  )
}

function toProblems(issue: z.core.$ZodIssue): FileProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: fieldName([...issue.path, key]),
      reason: noSuchField,
    }))
  }
  return [{ field: fieldName(issue.path), reason: issue.message }]
}

function fieldName(path: readonly PropertyKey[]): string | null {
  return path.length === 0 ? null : path.map(String).join('.')
}

const expectations: Partial<Record<string, string>> = {
  string: 'must be text; put it in quotation marks',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must hold fields of its own',
}

/** Words what zod found; `undefined` leaves it to the schema's or to zod's own words. */
function explain(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'too_small') return 'must not be empty'
  if (issue.code !== 'invalid_type') return undefined
  if (issue.input === undefined) return 'the field is missing'
  if (issue.input === null) return 'must not be empty'
  return expectations[issue.expected]
}
