import { wants } from './judges.js'
import { rule } from './rule.js'

export const rangeUnsatisfiableNeedsRange = rule({
  id: 'range-unsatisfiable-needs-range',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 9110 §15.5.17',
  words: '<status> answers a Range request',
  fix: 'declare headers: { range: … } on the route',
  plainFix: 'declare the header parameter Range',
  summary: 'A 416 is possible where the request can carry Range.',
  why: 'There is no range to reject if none was asked for; a bad page number is a 400.',
  bad: "get('/film', { responses: { 200: bytes(), 416: problem({ headers: { 'content-range': z.string() } }) } })",
  good: "get('/film', {\n  headers: { range: z.string().optional() },\n  responses: { 200: bytes(), 416: problem({ headers: { 'content-range': z.string() } }) },\n})",
  response: wants('range-unsatisfiable-needs-range'),
  exchange: 'declared',
  messages: {
    fix: 'use another status: the request has no Range',
    bad: '> GET /films/7\n< 416 Range Not Satisfiable\n< content-range: bytes */500',
    good: '> GET /films/7\n> range: bytes=900-\n< 416 Range Not Satisfiable\n< content-range: bytes */500',
  },
})
