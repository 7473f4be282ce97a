// Answers the questions that the desktop asks in native dialogs, in the place of a reader. Runs in tests.
import type { StandInProgram } from './hosts/launch-stand-in.ts'

/** Lets the next questions of the program be answered with a button, counted from 0; tells what was asked. */
export async function answerQuestions({ inElectron }: StandInProgram, button: number): Promise<void> {
  await inElectron(({ dialog }, response) => {
    const asked: unknown[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = (...input: unknown[]) => {
      asked.push(input.at(-1))
      return Promise.resolve({ response, checkboxChecked: false })
    }
    dialog.showMessageBoxSync = (...input: unknown[]) => {
      asked.push(input.at(-1))
      return response
    }
  }, button)
}

/** The questions since {@link answerQuestions}, as JSON. */
export function readQuestions({ inElectron }: StandInProgram): Promise<string[]> {
  return inElectron(() => {
    const asked: unknown = Reflect.get(globalThis, 'asked')
    return Array.isArray(asked) ? asked.map((question) => JSON.stringify(question)) : []
  }, null)
}
