// How a window stood when it was closed, as it is stored. Pure.
import { z } from 'zod'
import type { DocumentFormat } from '../../storage/document-formats.ts'
import { keepUsableValues } from '../../storage/keep-usable-values.ts'

/** A place on the desktop, in device-independent pixels; screens to the left of or above the first have negative ones. */
const coordinateSchema = z.int().min(-100_000).max(100_000)
const lengthSchema = z.int().min(1).max(100_000)
const rectangleSchema = z.strictObject({
  x: coordinateSchema,
  y: coordinateSchema,
  width: lengthSchema,
  height: lengthSchema,
})
/** A rectangle on the desktop. */
export type Rectangle = z.infer<typeof rectangleSchema>

const windowStateSchema = z.strictObject({
  /** Those that it has, or goes back to, when it is neither maximised nor full screen. `null`: never shown. */
  bounds: rectangleSchema.nullable().default(null),
  maximised: z.boolean().default(false),
  fullScreen: z.boolean().default(false),
})
/** How a window stands. */
export type WindowState = z.infer<typeof windowStateSchema>

/** How the state lies in its file. What of a damaged one cannot be used is as if it had never been stored. */
export const windowStateFormat: DocumentFormat<WindowState> = {
  empty: windowStateSchema.parse({}),
  check: (value) => windowStateSchema.parse(value),
  toMembers: (value) => value,
  fromMembers: (members) => keepUsableValues(windowStateSchema, members),
}
