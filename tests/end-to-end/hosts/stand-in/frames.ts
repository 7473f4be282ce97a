// Stands in for Electron's `WebFrameMain`: the frames of one page, kept in step by what Chromium tells of them. Runs in
// the stand-in's process.
import type { WebFrameMain } from 'electron'
import type { CDPSession } from 'playwright-core'
import { addressForProgram } from './session.ts'
import { strict } from './strict.ts'

/** A frame, as the program sees it. */
export interface Frame {
  readonly url: string
  readonly origin: string
  readonly parent: Frame | null
  isDestroyed(): boolean
}

interface FrameFacts {
  parentId: string | null
  url: string
}

/** The frames of one page. */
export interface Frames {
  /** The frame of Chromium's id, or `null` where it has gone. */
  read(id: string): Frame | null
  /** The page's own frame, or `null` where the page has gone. */
  main(): Frame | null
}

function createFrame(facts: FrameFacts, readParent: () => Frame | null, isGone: () => boolean): Frame {
  return strict<WebFrameMain>('webFrameMain')({
    get url() {
      return addressForProgram(facts.url)
    },
    get origin() {
      return addressForProgram(facts.url).split('/', 3).join('/')
    },
    get parent(): Frame | null {
      return readParent()
    },
    isDestroyed: isGone,
  })
}

/** Follows the frames of the page behind a session, whose `Page` events are on. */
export function followFrames(session: CDPSession): Frames {
  const facts = new Map<string, FrameFacts>()
  const frames = new Map<string, Frame>()

  function read(id: string): Frame | null {
    return frames.get(id) ?? null
  }

  function add(id: string, parentId: string | null): FrameFacts {
    const known = facts.get(id)
    if (known !== undefined) return known
    const added = { parentId, url: 'about:blank' }
    facts.set(id, added)
    frames.set(
      id,
      createFrame(
        added,
        () => (parentId === null ? null : read(parentId)),
        () => !frames.has(id),
      ),
    )
    return added
  }

  session.on('Page.frameAttached', ({ frameId, parentFrameId }) => void add(frameId, parentFrameId))
  session.on('Page.frameNavigated', ({ frame }) => {
    add(frame.id, frame.parentId ?? null).url = frame.url
  })
  session.on('Page.frameDetached', ({ frameId }) => {
    facts.delete(frameId)
    frames.delete(frameId)
  })
  return {
    read,
    main() {
      const found = [...facts].find(([, { parentId }]) => parentId === null)
      return found === undefined ? null : read(found[0])
    },
  }
}
