import { fieldValue } from './exchange.js'
import { rule } from './rule.js'
import { readTags, sameStrongly, sameWeakly } from './tags.js'
import { answered } from './traffic.js'

export const preconditionOrder = rule({
  id: 'precondition-order',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §13.2.2',
  words: '<status> with <value>, which <field> does not hold',
  fix: 'evaluate <field> first',
  summary: 'If-Match comes before If-None-Match, and a field with tags before the one with a date.',
  why: 'A date has no more than seconds, and a tag tells for certain.',
  bad: '> GET /todos/7\n> if-none-match: "v1"\n> if-modified-since: Sat, 31 Jan 2026 12:00:00 GMT\n< 304 Not Modified\n< etag: "v2"',
  good: '> GET /todos/7\n> if-none-match: "v1"\n> if-modified-since: Sat, 31 Jan 2026 12:00:00 GMT\n< 200 OK\n< etag: "v2"',
  *exchange(exchange) {
    const { request, response } = exchange
    const etag = fieldValue(response, 'etag')
    if (answered(exchange)?.needs !== 'notModified' || etag === undefined) return
    for (const [field, same] of [
      ['if-match', sameStrongly],
      ['if-none-match', sameWeakly],
    ] as const) {
      const value = fieldValue(request, field)
      const tags = value === undefined ? '*' : readTags(value)
      if (tags !== '*' && !tags.some((tag) => same(tag, etag))) return yield { at: ['response', 'status'], values: { value: etag, field } }
    }
  },
})
