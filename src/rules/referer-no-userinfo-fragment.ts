import { fieldValue } from './exchange.js'
import { rule } from './rule.js'
import { brief } from './shown.js'
import { placeOf } from './traffic.js'

export const refererNoUserinfoFragment = rule({
  id: 'referer-no-userinfo-fragment',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §10.1.3',
  words: 'Referer tells too much: <value>',
  fix: 'leave out user and fragment, and send none from https to http',
  summary: 'Referer has neither user nor fragment, and is not sent from https to http.',
  why: 'What the user sees and who they are is nobody else’s business.',
  bad: '> GET /todos\n> referer: https://todos.example/#secret\n< 200 OK',
  good: '> GET /todos\n> referer: https://todos.example/\n< 200 OK',
  // A user in it is said by no-userinfo-in-uri, of every URI.
  *exchange({ request }) {
    const value = fieldValue(request, 'referer')
    if (value === undefined) return
    const downgrade = request.secure === false && /^https:/i.test(value)
    if (value.includes('#') || downgrade) yield placeOf('request', 'referer', { value: brief(value) })
  },
})
