// Changes real prose in all the ways in which editions differ, and shows how many highlights find their place again beside
// the goals. Runs in Node.
import { editionChanges } from './edition-changes.ts'
import type { Body, Tally } from './measure-change.ts'
import { measureChange, methods, isMet, percent } from './measure-change.ts'
import { readBundledTexts, readCranfieldTexts } from './source-texts.ts'

/** Percentages that are neither all nor none never read as if they were. */
function shown(part: number, whole: number): string {
  const rounded = percent(part, whole).toFixed(2)
  if (part !== whole && rounded === '100.00') return '99.99'
  return part !== 0 && rounded === '0.00' ? '0.01' : rounded
}

const nameWidth = 32
const cellWidth = 26

function cell({ right, wrong, none }: Tally): string {
  const total = right + wrong + none
  return `${shown(right, total)} / ${shown(wrong, total)} / ${shown(none, total)}`.padEnd(cellWidth)
}

function proveOn(body: Body, seed: number, only: string | undefined, verbose: boolean): boolean {
  console.log(`\n${body.name}: ${body.texts.length} texts; right / wrong / none in percent`)
  console.log(
    `       ${'change'.padEnd(nameWidth)}${'goal'.padEnd(14)}${methods.map((method) => method.padEnd(cellWidth)).join('')}highlights`,
  )
  const sums = { 'with the old text': 0, 'by quotation alone': 0, "Hypothesis's rule": 0 }
  let toldWrong = 0
  let wrong = 0
  let total = 0
  const verdicts = editionChanges
    .filter(({ name }) => only === undefined || name === only)
    .map((change) => {
      const lines: string[] = []
      const tallies = measureChange(change, body, seed, methods, (line) => lines.push(line))
      const ours = tallies['with the old text']
      const highlights = ours.right + ours.wrong + ours.none
      const met = isMet(change, ours)
      const { right: rightGoal, wrong: wrongGoal } = change.goal
      console.log(
        `${met ? 'met  ' : 'SHORT'}  ${change.name.padEnd(nameWidth)}${`${rightGoal} / ${wrongGoal}`.padEnd(14)}${methods
          .map((method) => cell(tallies[method]))
          .join('')}${highlights}`,
      )
      if (verbose) for (const line of lines) console.log(`         ${line}`)
      for (const method of methods) sums[method] += tallies[method].milliseconds
      toldWrong += ours.toldWrong
      wrong += ours.wrong
      total += highlights
      return met
    })
  for (const method of methods)
    console.log(`       ${method}: ${(sums[method] / total).toFixed(2)} ms a highlight`)
  console.log(`       wrong places with the old text: ${wrong}, of which the reader is told of ${toldWrong}`)
  return verdicts.every(Boolean)
}

/** What can be asked for on the command line. */
interface Options {
  projectFolder: string
  seed: number
  only: string | undefined
  verbose: boolean
}

/** Proves it and answers the exit code. */
export async function proveAnchors({ projectFolder, seed, only, verbose }: Options): Promise<number> {
  const bundled = await readBundledTexts(projectFolder)
  const verdicts = [
    proveOn(
      { name: 'Bundled articles', texts: bundled, highlightsPerRow: 2000, highlightsPerRevision: 20 },
      seed,
      only,
      verbose,
    ),
  ]
  const folder = process.env['BOOKWHEEL_CRANFIELD']
  if (folder === undefined || folder === '') {
    console.log('\nskipped: the Cranfield collection (BOOKWHEEL_CRANFIELD names its folder)')
  } else {
    const texts = readCranfieldTexts(folder)
    verdicts.push(
      proveOn(
        { name: 'Cranfield abstracts', texts, highlightsPerRow: 3000, highlightsPerRevision: 44 },
        seed,
        only,
        verbose,
      ),
    )
  }
  return verdicts.every(Boolean) ? 0 : 1
}
