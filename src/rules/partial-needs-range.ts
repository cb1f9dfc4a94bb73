import { wants } from './judges.js'
import { rule } from './rule.js'

export const partialNeedsRange = rule({
  id: 'partial-needs-range',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 9110 §15.3.7',
  words: '<status> answers a Range request',
  fix: 'declare headers: { range: … } on the route',
  plainFix: 'declare the header parameter Range',
  summary: 'A 206 is possible where the request can carry Range.',
  why: 'A client that asked for the whole takes a part for the whole.',
  bad: "get('/film', { responses: { 200: bytes(), 206: bytes({ headers: { 'content-range': z.string() } }) } })",
  good: "get('/film', {\n  headers: { range: z.string().optional() },\n  responses: { 200: bytes(), 206: bytes({ headers: { 'content-range': z.string() } }) },\n})",
  response: wants('partial-needs-range'),
  exchange: 'declared',
  messages: {
    fix: 'use another status: the request has no Range',
    bad: '> GET /films/7\n< 206 Partial Content\n< content-range: bytes 0-9/500',
    good: '> GET /films/7\n> range: bytes=0-9\n< 206 Partial Content\n< content-range: bytes 0-9/500',
  },
})
