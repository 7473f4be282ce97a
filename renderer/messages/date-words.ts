// Days and times of the reader's own doings, as the page writes them. Times are milliseconds since 1970.

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

/** A day where the reader is, such as `3 November 2026`. */
export function dayWords(time: number): string {
  return day.format(time)
}

/** A day and the time of day where the reader is. */
export function momentWords(time: number): string {
  return moment.format(time)
}
