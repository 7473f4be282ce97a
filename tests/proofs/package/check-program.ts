// Runs the program of a package, as it lies in the archive, in the stand-in for Electron. Runs in Node.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { searchField, resultList } from '../../end-to-end/page-parts.ts'
import { launchStandIn } from '../../end-to-end/hosts/launch-stand-in.ts'
import { expectSame } from '../shared/check.ts'
import type { Figure } from '../shared/figures.ts'
import { countFigure } from '../shared/figures.ts'
import { runSpecs } from './run-specs.ts'

/** Checks that it takes itself for a package, finds its library, and has its workers. */
async function checkStart(programFolder: string, folder: string): Promise<Figure> {
  const program = await launchStandIn({ dataFolder: join(folder, 'data'), programFolder })
  try {
    await searchField(program.page).fill('treaty')
    await resultList(program.page).getByRole('listitem').first().waitFor()
    const isPackaged = await program.inElectron(({ app }) => app.isPackaged, null)
    const exitCode = await program.stop()
    return countFigure('the program out of the archive starts, searches in its worker and ends', 4, [
      expectSame('takes itself for a package', isPackaged, true),
      {
        name: 'has its workers',
        holds: !/worker/.test(program.errorOutput()),
        detail: program.errorOutput(),
      },
      expectSame('faults of the page', program.faults(), []),
      expectSame('exit code', exitCode, 0),
    ])
  } finally {
    await program.dispose()
  }
}

/** `programFolder` is the unpacked archive, named `app.asar`, in a folder with its resources. */
export async function checkProgram(programFolder: string, folder: string): Promise<Figure[]> {
  mkdirSync(folder)
  return [
    await checkStart(programFolder, folder),
    countFigure(
      'specs passed by the program out of the archive, in the stand-in: search, open, highlight, note, stop and start',
      20,
      await runSpecs({ programFolder, shell: 'desktop in the stand-in', folder }),
    ),
  ]
}
