// Shares the room beside the articles between library and notebook. Pure.

/** CSS pixels of each side; 0 for one that is not shown. */
export interface SideWidths {
  library: number
  notebook: number
}

/** CSS pixels that each side needs at the least. */
export const sideFloors = { library: 220, notebook: 240 } as const

/** Answers `wished`, or, where that is more than `room`, less of each in proportion to what it has above its floor. */
export function fitSides(wished: SideWidths, room: number): SideWidths {
  const spare = {
    library: Math.max(0, wished.library - sideFloors.library),
    notebook: Math.max(0, wished.notebook - sideFloors.notebook),
  }
  const excess = wished.library + wished.notebook - room
  const share = Math.min(1, Math.max(0, excess / Math.max(1, spare.library + spare.notebook)))
  return {
    library: Math.floor(wished.library - share * spare.library),
    notebook: Math.floor(wished.notebook - share * spare.notebook),
  }
}
