// A figure beside its goal, and the form in which the proof tells it. Runs in Node.
import type { Check } from '../desktop/check.ts'

/** So many failures are told one by one; the rest would only repeat them. */
const toldFailures = 5

/** One line of the proof. */
export interface Figure {
  title: string
  goal: string
  found: string
  isMet: boolean
  /** What went wrong, a line each. */
  failures: readonly string[]
}

/** A part that could not be tried here, and why. */
export interface Skipped {
  title: string
  reason: string
}

/** A figure that is met where all checks hold and there are enough of them. */
export function countFigure(title: string, goal: number, checks: readonly Check[]): Figure {
  const failed = checks.filter(({ holds }) => !holds)
  return {
    title,
    goal: `all, at least ${goal}`,
    found: `${checks.length - failed.length} of ${checks.length}`,
    isMet: failed.length === 0 && checks.length >= goal,
    failures: failed.map(({ name, detail }) => `${name}: ${detail}`),
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`

/** A figure that is met where a size stays within its bound. Both are in bytes, and told in megabytes of a million. */
export function sizeFigure(title: string, bytes: number, bound: number): Figure {
  return {
    title,
    goal: `at most ${megabytes(bound)}`,
    found: megabytes(bytes),
    isMet: bytes > 0 && bytes <= bound,
    failures: [],
  }
}

/** Prints the figure on the standard output. */
export function report({ title, goal, found, isMet, failures }: Figure): void {
  console.log(`${isMet ? 'met  ' : 'SHORT'}  ${found.padEnd(12)} (goal: ${goal})  ${title}`)
  for (const failure of failures.slice(0, toldFailures)) console.log(`         ${failure}`)
  if (failures.length > toldFailures) console.log(`         and ${failures.length - toldFailures} more`)
}
