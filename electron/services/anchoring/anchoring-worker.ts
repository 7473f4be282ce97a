// The anchoring worker's entry: takes requests, finds the places, sends replies. Runs as a worker thread.
import { parentPort } from 'node:worker_threads'
import type { AnchoringReply, AnchoringRequest } from './anchoring-messages.ts'
import { placeInTime } from './place-in-time.ts'

function answer({ id, task, timeLimit }: AnchoringRequest): AnchoringReply {
  try {
    return { id, kind: 'placed', placements: placeInTime(task, timeLimit) }
  } catch (error) {
    const isError = error instanceof Error
    return {
      id,
      kind: 'broken',
      message: isError ? error.message : String(error),
      stack: isError ? (error.stack ?? null) : null,
    }
  }
}

const port = parentPort
if (!port) throw new Error('anchoring-worker only runs as a worker thread')

port.on('message', (request: AnchoringRequest) => port.postMessage(answer(request)))
