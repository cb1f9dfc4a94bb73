import { rule } from './rule.js'
import { brief } from './shown.js'
import { isBinary, listed, placeOf } from './traffic.js'

export const h2TeTrailersOnly = rule({
  id: 'h2-te-trailers-only',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9113 §8.2.2',
  words: 'TE says <value>, and HTTP/2 and HTTP/3 know trailers alone',
  fix: 'write trailers',
  summary: 'TE has no value but trailers in HTTP/2 and HTTP/3.',
  why: 'There are no transfer codings to accept.',
  bad: '> GET /todos HTTP/2\n> host: todos.example\n> te: gzip\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  good: '> GET /todos HTTP/2\n> host: todos.example\n> te: trailers\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  *exchange(exchange) {
    const other = isBinary(exchange) ? listed(exchange.request, 'te').find((member) => member !== 'trailers') : undefined
    if (other !== undefined) yield placeOf('request', 'te', { value: brief(other) })
  },
})
