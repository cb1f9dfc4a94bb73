import { rule } from './rule.js'
import { answered, isOf, placeOf } from './traffic.js'

export const partialIfRangeMinimal = rule({
  id: 'partial-if-range-minimal',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.3.7',
  words: '<status> to If-Range repeats <field>',
  fix: 'leave it to the 200',
  summary: 'A 206 that answers If-Range has no more metadata than it must have.',
  why: 'The client has the rest from the response that it completes.',
  bad: '> GET /films/7\n> range: bytes=0-9\n> if-range: "v1"\n< 206 Partial Content\n< content-range: bytes 0-9/500\n< etag: "v1"\n< last-modified: Sat, 31 Jan 2026 12:00:00 GMT',
  good: '> GET /films/7\n> range: bytes=0-9\n> if-range: "v1"\n< 206 Partial Content\n< content-range: bytes 0-9/500\n< etag: "v1"',
  *exchange(exchange) {
    const { request, response } = exchange
    if (answered(exchange)?.needs !== 'range' || !isOf(response, 'successful') || !request.fields.has('if-range')) return
    for (const field of ['last-modified', 'content-language', 'content-encoding'])
      if (response.fields.has(field)) yield placeOf('response', field, { field })
  },
})
