import { rule } from './rule.js'
import { placeOf } from './traffic.js'

export const setCookieUniqueName = rule({
  id: 'set-cookie-unique-name',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 6265 §4.1.1',
  words: 'Set-Cookie sets <name> more than once',
  fix: 'set it once',
  summary: 'A response sets each cookie once.',
  why: 'Which of several counts depends on the order in which a user agent happens to read them.',
  bad: '> GET /todos\n< 200 OK\n< set-cookie: sid=1\n< set-cookie: sid=2',
  good: '> GET /todos\n< 200 OK\n< set-cookie: sid=2',
  *exchange({ response }) {
    const seen = new Set<string>()
    for (const value of response.fields.get('set-cookie') ?? []) {
      const name = value.split('=', 1)[0]!.trim()
      // Cookies of one name for other paths or domains are other cookies.
      const scope = [name, ...(value.match(/;\s*(path|domain)\s*=[^;]*/gi) ?? []).map((part) => part.toLowerCase()).sort()].join('')
      if (seen.has(scope)) return yield placeOf('response', 'set-cookie', { name })
      seen.add(scope)
    }
  },
})
