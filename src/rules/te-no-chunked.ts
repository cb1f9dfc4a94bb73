import { rule } from './rule.js'
import { listed, placeOf } from './traffic.js'

export const teNoChunked = rule({
  id: 'te-no-chunked',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9112 §7.4',
  words: 'TE says chunked, which is always acceptable',
  fix: 'leave it out',
  summary: 'TE does not name chunked.',
  why: 'Every recipient of HTTP/1.1 reads chunks.',
  bad: '> GET /todos\n> te: chunked\n> connection: te\n< 200 OK',
  good: '> GET /todos\n> te: trailers\n> connection: te\n< 200 OK',
  *exchange({ request }) {
    if (listed(request, 'te').some((member) => /^chunked\b/.test(member))) yield placeOf('request', 'te')
  },
})
