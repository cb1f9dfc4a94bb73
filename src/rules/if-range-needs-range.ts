import { none } from './judges.js'
import { rule } from './rule.js'

export const ifRangeNeedsRange = rule({
  id: 'if-range-needs-range',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 9110 §13.1.5',
  words: '<method> <path> takes If-Range, but not Range',
  fix: 'declare range too',
  summary: 'If-Range comes with Range.',
  why: 'It says on which condition Range counts; without Range there is nothing to put a condition on.',
  bad: "get('/film', { headers: { 'if-range': z.string().optional() }, responses: { 200: bytes() } })",
  good: "get('/film', { headers: { 'if-range': z.string().optional(), range: z.string().optional() }, responses: { 200: bytes() } })",
  operation({ operation }) {
    const field = operation.fields.get('if-range')
    return field && !operation.fields.has('range') ? [{ at: [], pointer: field.pointer }] : none
  },
  exchange: 'declared',
  messages: {
    fix: 'send range too',
    bad: '> GET /films/7\n> if-range: "v1"\n< 200 OK',
    good: '> GET /films/7\n> if-range: "v1"\n> range: bytes=0-9\n< 206 Partial Content\n< content-range: bytes 0-9/500\n< etag: "v1"',
  },
})
