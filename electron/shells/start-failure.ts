// Why the program cannot run, in words for whoever started it. Plain Node, for both shells.

/** A foreseen reason that the program cannot start; its message is worded for whoever started it. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
}
