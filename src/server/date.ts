/** HTTP-dates: three forms to read, one to write. */
const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const time = '(?<time>\\d{2}:\\d{2}:\\d{2})'
const forms = [
  // Sun, 06 Nov 1994 08:49:37 GMT
  `^[A-Z][a-z]{2}, (?<day>\\d{2}) (?<month>[A-Z][a-z]{2}) (?<year>\\d{4}) ${time} GMT$`,
  // Sunday, 06-Nov-94 08:49:37 GMT
  `^[A-Z][a-z]{5,8}, (?<day>\\d{2})-(?<month>[A-Z][a-z]{2})-(?<year>\\d{2}) ${time} GMT$`,
  // Sun Nov  6 08:49:37 1994
  `^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \\d]\\d) ${time} (?<year>\\d{4})$`,
].map((form) => new RegExp(form))

/** Years that a date of two digits may lie ahead; one further is in the century before. */
const ahead = 50

const yearOf = (digits: string, now: number): number => {
  const year = Number(digits)
  if (digits.length > 2) return year
  const current = new Date(now).getUTCFullYear()
  const candidate = current - (current % 100) + year
  return candidate > current + ahead ? candidate - 100 : candidate
}

/**
 * Milliseconds since 1970 of an HTTP-date in any of its three forms; `undefined` for what is none.
 *
 * `Date.parse` takes much more, and a condition with a date that is none must be ignored.
 *
 * @example readDate('Sunday, 06-Nov-94 08:49:37 GMT') //=> 784111777000
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7
 */
export const readDate = (text: string, now: number = Date.now()): number | undefined => {
  for (const form of forms) {
    const found = form.exec(text)?.groups
    if (!found) continue
    const [hours, minutes, seconds] = found.time!.split(':').map(Number) as [number, number, number]
    const month = names.indexOf(found.month!)
    const day = Number(found.day)
    const read = new Date(Date.UTC(2000, month, day, hours, minutes, Math.min(seconds, 59)))
    // Set apart: Date.UTC takes a year below 100 for one of the twentieth century.
    read.setUTCFullYear(yearOf(found.year!, now), month, day)
    const holds = month >= 0 && day > 0 && read.getUTCDate() === day && hours < 24 && minutes < 60 && seconds <= 60
    return holds ? read.getTime() : undefined
  }
  return undefined
}

/**
 * A moment as an HTTP-date, in the form that senders must use.
 *
 * @example writeDate(784111777000) //=> 'Sun, 06 Nov 1994 08:49:37 GMT'
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7
 */
export const writeDate = (moment: Date | number): string => new Date(moment).toUTCString()
