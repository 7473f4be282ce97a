// Asks for a stretch of the notebook as it is once the program has read all notes: what is taken along must lack none.
import type { NotebookAnswer } from '../../electron/contract/notebook.ts'
import type { OperationInput } from '../../electron/contract/operations.ts'
import type { Client } from '../api/client.ts'

/** Milliseconds between two questions while the program still reads. */
export const readingPause = 150

/** The first answer that lacks nothing. Rejects as the client does. */
export async function askWholeNotebook(
  client: Client,
  question: OperationInput<'listNotebook'>,
): Promise<NotebookAnswer> {
  for (;;) {
    const answer = await client.listNotebook(question)
    if (answer.unread === 0) return answer
    await new Promise((resolve) => setTimeout(resolve, readingPause))
  }
}
