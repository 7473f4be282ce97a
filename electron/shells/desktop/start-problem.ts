// A reason not to start that can be told in a sentence. Desktop shell.

/** The program cannot start; the message is meant for the user. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}
