// What the program is made of. Runs everywhere.

/** A work of others that is bundled into the program. */
export interface BundledWork {
  name: string
  version: string
  /** By its SPDX identifier, such as MIT. */
  licence: string
}

/** What stands in "About Bookwheel". */
export interface About {
  version: string
  /** What carries the program: Electron, Chromium, Node, as far as they are there. */
  runtimes: { name: string; version: string }[]
  /** By name. */
  works: BundledWork[]
}
