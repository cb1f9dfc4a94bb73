import { fieldValue } from './exchange.js'
import { RETRIEVED } from './judges.js'
import { rule } from './rule.js'
import { readTags, sameWeakly } from './tags.js'
import { asked } from './traffic.js'

export const ifNoneMatchWeak = rule({
  id: 'if-none-match-weak',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §13.1.2',
  words: '<status> sends <value> again, which If-None-Match holds',
  fix: 'answer 304',
  summary: 'If-None-Match is evaluated by weak comparison.',
  why: 'For a cache it is enough that what it has means the same.',
  bad: '> GET /todos/7\n> if-none-match: W/"v1"\n< 200 OK\n< etag: "v1"',
  good: '> GET /todos/7\n> if-none-match: W/"v1"\n< 304 Not Modified\n< etag: "v1"',
  *exchange(exchange) {
    const { request, response } = exchange
    const etag = fieldValue(response, 'etag')
    if (etag === undefined || asked(exchange)?.notModified !== true || response.status !== RETRIEVED) return
    const known = readTags(fieldValue(request, 'if-none-match') ?? '')
    if (known !== '*' && known.some((tag) => sameWeakly(tag, etag))) yield { at: ['response', 'status'], values: { value: etag } }
  },
})
