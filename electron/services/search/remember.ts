// Remembers what has been worked out, within bounds. Pure but for its memory; runs everywhere.

/** `compute` that is asked only once for each key; past `limit` keys (at least 1) the memory starts afresh. */
export function remember<Answer extends object | string>(
  compute: (key: string) => Answer,
  limit: number,
): (key: string) => Answer {
  const memory = new Map<string, Answer>()
  return (key) => {
    const known = memory.get(key)
    if (known !== undefined) return known
    if (memory.size >= limit) memory.clear()
    const answer = compute(key)
    memory.set(key, answer)
    return answer
  }
}
