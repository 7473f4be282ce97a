// A proof's table: each figure beside its goal, and what fell short told by name. Runs in Node.
import type { Check } from './check.ts'

/** So many failures are told one by one; the rest would only repeat them. */
const toldFailures = 5

/** A line of the table. */
export interface Figure {
  title: string
  goal: string
  found: string
  isMet: boolean
  failed: readonly Check[]
}

/** A part that could not be tried here, and why. */
export interface Skipped {
  title: string
  reason: string
}

/** The figure of checks that must all hold, and be at least so many. */
export function countFigure(title: string, goal: number, checks: readonly Check[]): Figure {
  const failed = checks.filter(({ holds }) => !holds)
  return {
    title,
    goal: `all, at least ${goal}`,
    found: `${checks.length - failed.length} of ${checks.length}`,
    isMet: failed.length === 0 && checks.length >= goal,
    failed,
  }
}

/** The figure of a number that may be at most so large. */
export function boundFigure(title: string, most: number, found: number, unit = ''): Figure {
  return { title, goal: `at most ${most}${unit}`, found: `${found}${unit}`, isMet: found <= most, failed: [] }
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`

/** The figure of a size that stays within its bound. Both are in bytes, and told in megabytes of a million. */
export function sizeFigure(title: string, bytes: number, bound: number): Figure {
  const isMet = bytes > 0 && bytes <= bound
  return { title, goal: `at most ${megabytes(bound)}`, found: megabytes(bytes), isMet, failed: [] }
}

/** Writes one line of the table, its failures below; answers whether the goal is met. */
export function reportFigure({ title, goal, found, isMet, failed }: Figure): boolean {
  console.log(`${isMet ? 'met  ' : 'SHORT'}  ${found.padEnd(12)} (goal: ${goal})  ${title}`)
  for (const { name, detail } of failed.slice(0, toldFailures)) console.log(`         ${name}: ${detail}`)
  if (failed.length > toldFailures) console.log(`         and ${failed.length - toldFailures} more`)
  return isMet
}

/** Says what could not be tried here, and why. */
export function reportSkip(title: string, reason: string): void {
  console.log(`skip   ${title}: ${reason}`)
}
