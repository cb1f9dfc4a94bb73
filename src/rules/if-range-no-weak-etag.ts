import { rule } from './rule.js'
import { showing } from './shown.js'

export const ifRangeNoWeakEtag = rule({
  id: 'if-range-no-weak-etag',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §13.1.5',
  words: 'If-Range shows a weak entity tag, <value>',
  fix: 'use a strong one',
  summary: 'If-Range has a strong entity tag.',
  why: 'Parts of representations that are only equivalent do not fit together octet by octet.',
  bad: "get('/film', { headers: { range: z.string(), 'if-range': z.literal('W/\"1\"') }, responses: { 200: bytes() } })",
  good: "get('/film', { headers: { range: z.string(), 'if-range': z.literal('\"1\"') }, responses: { 200: bytes() } })",
  ...showing(['if-range'], (value) => value.startsWith('W/')),
  exchange: 'declared',
  messages: {
    bad: '> GET /films/7\n> if-range: W/"v1"\n> range: bytes=0-9\n< 200 OK',
    good: '> GET /films/7\n> if-range: "v1"\n> range: bytes=0-9\n< 200 OK\n< etag: "v2"',
  },
})
