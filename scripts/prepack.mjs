// Runs before `npm pack`: the tarball holds a build of the sources as they lie here. Writes to the standard error alone, so
// that `npm pack` can be asked for the tarball's name.
import { ensureProjectBuild } from './ensure-build.mjs'

process.exitCode = await ensureProjectBuild()
