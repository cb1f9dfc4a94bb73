import { fieldValue } from './exchange.js'
import { rule } from './rule.js'
import { readTags, sameWeakly } from './tags.js'
import { answered } from './traffic.js'

export const rangeAfterPreconditions = rule({
  id: 'range-after-preconditions',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §13.2.2',
  words: '<status> answers Range, though If-None-Match holds <value>',
  fix: 'answer 304',
  summary: 'Range counts only where the preconditions let a 200 through.',
  why: 'The client has the whole and asked whether it is current; a part answers neither.',
  bad: '> GET /films/7\n> if-none-match: "v1"\n> range: bytes=0-9\n< 206 Partial Content\n< content-range: bytes 0-9/500\n< etag: "v1"',
  good: '> GET /films/7\n> if-none-match: "v1"\n> range: bytes=0-9\n< 304 Not Modified\n< etag: "v1"',
  *exchange(exchange) {
    const { request, response } = exchange
    const etag = fieldValue(response, 'etag')
    if (answered(exchange)?.needs !== 'range' || etag === undefined) return
    const known = readTags(fieldValue(request, 'if-none-match') ?? '')
    if (known === '*' || known.some((tag) => sameWeakly(tag, etag))) yield { at: ['response', 'status'], values: { value: etag } }
  },
})
