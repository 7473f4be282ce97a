// Messages to the program that do not come from its page, or say nothing that it knows. Runs in Node.
import type { StandInProgram } from '../../end-to-end/hosts/launch-stand-in.ts'
import type { Check } from '../shared/check.ts'

/** Where a message says that it comes from. */
interface Sender {
  /** `null`: the frame has gone. */
  url: string | null
  /** Lies within another frame. */
  isInner?: boolean
  /** The frame, or the window's contents, have been destroyed meanwhile. */
  isDestroyed?: 'frame' | 'contents'
  /** From contents that the program has not opened. */
  isStranger?: boolean
}

const page = 'app://bookwheel/'

const foreignSenders: readonly Sender[] = [
  { url: null },
  { url: null, isStranger: true },
  { url: page, isDestroyed: 'frame' },
  { url: page, isDestroyed: 'contents' },
  { url: page, isInner: true },
  { url: 'about:blank', isInner: true },
  { url: 'about:srcdoc', isInner: true },
  { url: page, isStranger: true },
  { url: 'about:blank', isStranger: true },
  { url: '' },
  { url: 'about:blank' },
  { url: 'about:srcdoc' },
  { url: 'app://bookwheel' },
  { url: 'app://bookwheel.evil/' },
  { url: 'app://bookwheel@evil/' },
  { url: 'app://evil/app://bookwheel/' },
  { url: 'App://bookwheel/' },
  { url: 'https://bookwheel/' },
  { url: 'https://example.org/' },
  { url: 'http://127.0.0.1/' },
  { url: 'file:///etc/passwd' },
  { url: 'data:text/html,app://bookwheel/' },
  { url: 'blob:app://bookwheel/6e2a0d7e' },
  { url: 'javascript:void' },
  { url: 'chrome-error://chromewebdata/' },
  { url: 'devtools://devtools/bundled/inspector.html' },
]

/** What our own page might send if somebody had taken it over. */
const unreadableRequests: readonly (readonly unknown[])[] = [
  [],
  [null, {}],
  [42, {}],
  [['changeSettings'], {}],
  [{ name: 'changeSettings' }, {}],
  ['changeSettings', { theme: 'dark' }, 'more'],
  ['changeSettings'],
  ['changeSettings', 'dark'],
  ['changeSettings', { theme: 'dark', extra: true }],
  ['changeSettings', { theme: { toString: 'dark' } }],
  ['changesettings', { theme: 'dark' }],
  ['constructor', {}],
  ['__proto__', { theme: 'dark' }],
  ['toString', {}],
  ['readArticle', { articleId: '../../../etc/passwd' }],
  ['openExternal', 'https://example.org/'],
]

/** Sends them all. None may be answered with success, and none may change anything. */
export async function checkMessages(program: StandInProgram): Promise<Check[]> {
  let before = await readSettings(program)
  // A program that answers nobody would refuse these too.
  if (!before.startsWith('{"ok":true,')) throw new Error(`the page itself is not answered: ${before}`)
  const messages: readonly (readonly [Sender, readonly unknown[]])[] = [
    ...foreignSenders.map((sender) => [sender, ['changeSettings', { theme: 'dark' }]] as const),
    ...unreadableRequests.map((request) => [{ url: page }, request] as const),
  ]
  const checks: Check[] = []
  for (const [sender, request] of messages) {
    const answer = await send(program, sender, request)
    const after = await readSettings(program)
    checks.push({
      name: JSON.stringify([sender, request]),
      holds: answer.startsWith('{"ok":false,') && after === before,
      detail: after === before ? answer : `changed the settings to ${after}`,
    })
    before = after
  }
  return checks
}

async function readSettings(program: StandInProgram): Promise<string> {
  return JSON.stringify(await program.call('readSettings', {}))
}

/** Hands the program a message as Electron would; answers its answer as JSON. */
async function send(program: StandInProgram, sender: Sender, request: readonly unknown[]): Promise<string> {
  const answer = await program.inHost(
    ({ invoke, firstContents }, [from, input]) => {
      const { members } = firstContents()
      const destroyed = Object.create(members, { isDestroyed: { value: () => true } })
      const known = from.isDestroyed === 'contents' ? destroyed : members
      const contents = from.isStranger ? { isDestroyed: () => false } : known
      const frame = {
        url: from.url,
        parent: from.isInner ? {} : null,
        isDestroyed: () => from.isDestroyed === 'frame',
      }
      const event = { sender: contents, senderFrame: from.url === null ? null : frame }
      return invoke(event, 'bookwheel:call', input)
    },
    [sender, request] as const,
  )
  return JSON.stringify(answer)
}
