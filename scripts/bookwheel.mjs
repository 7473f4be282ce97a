#!/usr/bin/env node
// The command `bookwheel` of the npm package: browser mode, as it was built. It uses nothing that an old Node lacks before
// it has looked which Node this is.

/**
 * The oldest Node that the program runs on, as package.json says.
 * @type {readonly [number, number]}
 */
const oldest = [20, 19]

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(
    `bookwheel: this is Node ${process.versions.node}; Bookwheel needs ${oldest.join('.')} or later`,
  )
  process.exitCode = 1
} else {
  await import(new URL('../out/main/loopback.js', import.meta.url).href)
}
