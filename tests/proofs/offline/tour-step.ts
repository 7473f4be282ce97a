// What a step of the tour is, and how it asks the program for something. Runs in Node.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import type { OperationName } from '../../../electron/contract/operation-names.ts'
import type { Program } from '../../end-to-end/program.ts'

/** Where the tour is. */
export interface Tour {
  program: Program
  /** The first page. */
  page: Page
  /** A folder for what the reader saves; absolute. */
  folder: string
}

/** One feature. It fails by throwing. */
export interface TourStep {
  name: string
  act: (tour: Tour) => Promise<unknown>
  /** The only shell that has this, and why. */
  only?: { shell: Program['shell']; reason: string }
}

const answerSchema = z.object({ ok: z.literal(true), value: z.unknown() })

/** Asks the program by the page's road for what must succeed; answers the value. */
export async function ask(program: Program, operation: OperationName, input: unknown): Promise<unknown> {
  return answerSchema.parse(await program.call(operation, input)).value
}

/** Where the backup of the tour lies, in its folder. */
export const backupPath = (folder: string): string => join(folder, 'Tour.bookwheel')
