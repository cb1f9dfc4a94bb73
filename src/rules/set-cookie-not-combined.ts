import { rule } from './rule.js'
import { brief } from './shown.js'
import { placeOf } from './traffic.js'

export const setCookieNotCombined = rule({
  id: 'set-cookie-not-combined',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 6265 §3',
  words: 'Set-Cookie holds several cookies: <value>',
  fix: 'send a line for each',
  summary: 'Each cookie has a Set-Cookie line of its own.',
  why: 'A comma may stand in a cookie, in its date at least, so that they cannot be told apart again.',
  bad: '> GET /todos\n< 200 OK\n< set-cookie: a=1, b=2',
  good: '> GET /todos\n< 200 OK\n< set-cookie: a=1\n< set-cookie: b=2',
  *exchange({ response }) {
    const several = response.fields.get('set-cookie')?.find((value) => /,\s*[!#$%&'*+.^_`|~\w-]+=/.test(value))
    if (several !== undefined) yield placeOf('response', 'set-cookie', { value: brief(several) })
  },
})
