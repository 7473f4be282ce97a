// The day on which something happened, where the reader is. Pure, runs everywhere.

/** Milliseconds: every time zone's clock differs from the others by a multiple of a quarter of an hour. */
const quarter = 15 * 60 * 1000

/**
 * Tells the day of a time (milliseconds since 1970) as `2026-02-01`, in the named IANA time zone. Asking the system is
 * slow, so it is asked once for each quarter of an hour.
 */
export function createDayOf(timeZone: string): (time: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const known = new Map<number, string>()
  return (time) => {
    const at = Math.floor(time / quarter)
    const day = known.get(at) ?? format.format(at * quarter)
    known.set(at, day)
    return day
  }
}
