// Keeps answers in order while somebody types: one request at a time, and only the newest waits.

/**
 * Makes a function that runs `request` for the newest argument. While one runs, later arguments replace each
 * other, so answers are handed to `onAnswer` in the order of asking and none is older than the one before.
 */
export function createLatestRequest<Argument, Answer>(
  request: (argument: Argument) => Promise<Answer>,
  onAnswer: (answer: Answer, argument: Argument) => void,
): (argument: Argument) => void {
  let running = false
  let waiting: { argument: Argument } | null = null

  async function run(argument: Argument): Promise<void> {
    running = true
    try {
      const answer = await request(argument)
      onAnswer(answer, argument)
    } finally {
      running = false
      const next = waiting
      waiting = null
      if (next) void run(next.argument)
    }
  }

  return (argument) => {
    if (running) waiting = { argument }
    else void run(argument)
  }
}
