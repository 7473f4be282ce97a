// Keeps what the system has handed to the program until a page takes it up. Runs everywhere.
import { Failure } from '../../contract/errors.ts'
import type { HandedOver } from '../../contract/handed-over.ts'

/** A file or a link, as a shell hands it in. A path is absolute. */
export type Opened = { kind: 'backup'; path: string } | Exclude<HandedOver, { kind: 'backup' }>

/** More than this is not kept waiting: the oldest goes. */
const capacity = 20

/** What was handed over and waits. */
export interface HandOver {
  /** Takes something in from the shell. */
  receive(opened: Opened): void
  /** All that waits, oldest first; each thing is told once, to the page that asks first. */
  take(): HandedOver[]
  /** Bytes of a backup that was taken. Throws `upload-not-found` where there is none of that id, and whatever the reading throws. */
  read(id: string): Promise<Uint8Array>
}

/** `readFile` reads a whole file of the reader's, by its absolute path; absent in a shell to which none is handed. */
export function createHandOver(
  readFile: (path: string) => Promise<Uint8Array> = () =>
    Promise.reject(new Failure({ code: 'upload-not-found' })),
): HandOver {
  const paths = new Map<string, string>()
  let waiting: HandedOver[] = []

  function describe(opened: Opened): HandedOver {
    if (opened.kind !== 'backup') return opened
    const id = crypto.randomUUID()
    paths.set(id, opened.path)
    const [oldest] = paths.keys()
    if (paths.size > capacity && oldest !== undefined) paths.delete(oldest)
    return { kind: 'backup', id, fileName: opened.path.split(/[\\/]/).at(-1) ?? '' }
  }

  return {
    receive: (opened) => void (waiting = [...waiting, describe(opened)].slice(-capacity)),
    take() {
      const taken = waiting
      waiting = []
      return taken
    },
    async read(id) {
      const path = paths.get(id)
      if (path === undefined) throw new Failure({ code: 'upload-not-found' })
      return readFile(path)
    },
  }
}
