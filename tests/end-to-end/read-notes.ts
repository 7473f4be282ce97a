// Asks the program itself what it has stored, beside all that the page says.
import { z } from 'zod'
import type { Program } from './program.ts'

const answerSchema = z.object({ ok: z.literal(true), value: z.array(z.object({ note: z.string() })) })

/** Reads the notes of an article from the program, in text order; a highlight without one gives an empty text. */
export function notesOf(program: Program, articleId: string): () => Promise<string[]> {
  return async () => {
    const answer = answerSchema.parse(await program.call('listAnnotations', { articleId }))
    return answer.value.map(({ note }) => note)
  }
}
