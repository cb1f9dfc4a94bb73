import { rule } from './rule.js'
import { isFixdate, showing } from './shown.js'

export const httpDateImfFixdate = rule({
  id: 'http-date-imf-fixdate',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §5.6.7',
  words: '<field> is an HTTP-date, not <value>',
  fix: 'write Sun, 06 Nov 1994 08:49:37 GMT, say',
  summary: 'A timestamp in a field has the fixed form of an HTTP-date.',
  why: 'Caches compare these dates; one in another form counts as no date at all, or as one in the past.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'last-modified': z.literal('2026-01-01T00:00:00Z') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'last-modified': z.literal('Thu, 01 Jan 2026 00:00:00 GMT') } }) } })",
  ...showing(['date', 'last-modified', 'expires', 'if-modified-since', 'if-unmodified-since'], (value) => !isFixdate(value)),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos/7\n< 200 OK\n< last-modified: 2026-01-31T12:00:00Z',
    good: '> GET /todos/7\n< 200 OK\n< last-modified: Sat, 31 Jan 2026 12:00:00 GMT',
  },
})
