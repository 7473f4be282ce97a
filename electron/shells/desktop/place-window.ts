// Where a window may stand, so that the reader always finds it. Pure.
import type { Rectangle } from './window-state.ts'

/** The size of a window that was never moved. */
const usualSize = { width: 1280, height: 832 }

/** The smallest that the page can be read in. */
export const smallestSize = { width: 480, height: 400 }

/** Pixels by which a further window stands right of and below the one before it. */
const step = 28

/** Work areas of all screens; the first one is that of the main screen. */
export type WorkAreas = readonly [Rectangle, ...Rectangle[]]

/**
 * Where a window goes: into the screen that shows most of its last place, moved and shrunk until all of it is
 * visible; into the middle of the main screen where none shows any of it, as when a screen was unplugged.
 */
export function placeWindow(remembered: Rectangle | null, workAreas: WorkAreas): Rectangle {
  if (remembered !== null) {
    const [best] = workAreas.toSorted((left, right) => overlap(remembered, right) - overlap(remembered, left))
    if (best !== undefined && overlap(remembered, best) > 0) return moveInto(remembered, best)
  }
  const { width, height } = remembered ?? usualSize
  const [{ x, y, ...area }] = workAreas
  const middle = {
    x: x + Math.round((area.width - width) / 2),
    y: y + Math.round((area.height - height) / 2),
    width,
    height,
  }
  return moveInto(middle, workAreas[0])
}

/** The place of a further window: the size of the one before it, a step away, or at the corner where no room is left. */
export function placeBeside({ x, y, width, height }: Rectangle, workAreas: WorkAreas): Rectangle {
  const moved = { x: x + step, y: y + step, width, height }
  const placed = placeWindow(moved, workAreas)
  if (placed.x === moved.x && placed.y === moved.y) return placed
  const [best] = workAreas.toSorted((left, right) => overlap(moved, right) - overlap(moved, left))
  const corner = best ?? workAreas[0]
  return moveInto({ ...placed, x: corner.x, y: corner.y }, corner)
}

/** Square pixels that two rectangles share. */
function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(0, width) * Math.max(0, height)
}

function moveInto({ x, y, width, height }: Rectangle, area: Rectangle): Rectangle {
  const placed = {
    width: clamp(width, Math.min(smallestSize.width, area.width), area.width),
    height: clamp(height, Math.min(smallestSize.height, area.height), area.height),
  }
  return {
    x: clamp(x, area.x, area.x + area.width - placed.width),
    y: clamp(y, area.y, area.y + area.height - placed.height),
    ...placed,
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
