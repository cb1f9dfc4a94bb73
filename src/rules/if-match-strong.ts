import { fieldValue } from './exchange.js'
import { rule } from './rule.js'
import { brief } from './shown.js'
import { readTags, sameStrongly } from './tags.js'
import { asked, isOf } from './traffic.js'

export const ifMatchStrong = rule({
  id: 'if-match-strong',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §13.1.1',
  words: '<status> to If-Match: <value>, which is weak and never matches',
  fix: 'answer 412',
  summary: 'If-Match is evaluated by strong comparison.',
  why: 'A weak tag allows differences that the client must not overlook here.',
  bad: '> GET /todos/7\n> if-match: W/"v1"\n< 200 OK\n< etag: W/"v1"',
  good: '> GET /todos/7\n> if-match: W/"v1"\n< 412 Precondition Failed',
  // Of an unsafe request the answer may say that the change had been made before, so that only safe ones can be judged.
  *exchange(exchange) {
    const { request, response } = exchange
    const value = fieldValue(request, 'if-match')
    if (value === undefined || asked(exchange)?.safe !== true || !isOf(response, 'successful')) return
    const tags = readTags(value)
    if (tags !== '*' && tags.length > 0 && tags.every((tag) => !sameStrongly(tag, tag)))
      yield { at: ['response', 'status'], values: { value: brief(value) } }
  },
})
