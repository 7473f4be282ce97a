// Why the program cannot run. Loopback shell.

/** A foreseen reason that the program cannot start; its message is worded for whoever started it (see `messages.ts`). */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
}
