// Lets long work be interrupted by short: saves and searches go on while a backup is made or restored. Runs everywhere.

/** Milliseconds of work at one go. */
const stretch = 20
/** Milliseconds between two reports. */
const reportInterval = 200

/** Keeps the pace of one long piece of work. */
export interface Pace {
  /** To be awaited after each small step. `done` of `total` steps are behind; reported now and then. */
  step(done: number, total: number): Promise<void>
}

/** Begins a long piece of work. `report` is told how far it is, several times a second at most. */
export function createPace(report: (done: number, total: number) => void): Pace {
  let workedSince = performance.now()
  let reportedAt = performance.now()
  return {
    async step(done, total) {
      const now = performance.now()
      if (now - workedSince < stretch) return
      if (now - reportedAt >= reportInterval) {
        report(done, total)
        reportedAt = now
      }
      // A timer and not a promise: only between tasks is anything else answered.
      await new Promise((resolve) => {
        setTimeout(resolve, 0)
      })
      workedSince = performance.now()
    },
  }
}

/** The pace of a part of the work, which is that share of the whole: what is reported never goes back. */
export function partOfPace(whole: Pace, from: number, to: number): Pace {
  return { step: (done, total) => whole.step(from + ((to - from) * done) / total, 1) }
}
