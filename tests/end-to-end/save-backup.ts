// Saves a backup where a spec wants it, whichever way the shell asks its reader for a place. Runs in Node.
import type { DesktopProgram } from './hosts/desktop-program.ts'
import type { Program } from './program.ts'

function isDesktop(program: Program): program is DesktopProgram {
  return 'inElectron' in program
}

/**
 * Lets the next backups of a program be saved at `path` (absolute); `begin` asks for one. The browser tells when it has the file;
 * on the desktop it is there when it can be read whole, which the caller waits for.
 */
export async function saveBackup(
  program: Program,
  path: string,
  begin: () => Promise<unknown>,
): Promise<void> {
  if (isDesktop(program)) {
    await answerSaveDialog(program, path)
    await begin()
    return
  }
  const downloading = program.page.waitForEvent('download')
  await begin()
  const download = await downloading
  await download.saveAs(path)
}

/** In the stand-in the dialog is a function; in Electron itself a path that is set takes the dialog's place. */
async function answerSaveDialog(program: DesktopProgram, path: string): Promise<void> {
  if (!('inHost' in program)) {
    await program.inElectron(({ session }, filePath) => {
      session.defaultSession.on('will-download', (_event, item) => item.setSavePath(filePath))
    }, path)
    return
  }
  await program.inElectron(({ dialog }, filePath) => {
    const asked: unknown[] = []
    Object.assign(globalThis, { askedWhere: asked })
    dialog.showSaveDialog = (...input: unknown[]) => {
      asked.push(input.at(-1))
      return Promise.resolve({ canceled: false, filePath })
    }
  }, path)
}

/** The options of the save dialogs since {@link saveBackup}, as JSON; in the stand-in only. */
export function readSaveDialogs({ inElectron }: DesktopProgram): Promise<string[]> {
  return inElectron(() => {
    const asked: unknown = Reflect.get(globalThis, 'askedWhere')
    return Array.isArray(asked) ? asked.map((options) => JSON.stringify(options)) : []
  }, null)
}
