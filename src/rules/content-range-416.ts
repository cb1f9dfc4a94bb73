import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const contentRange416 = rule({
  id: 'content-range-416',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §15.5.17',
  words: '<status> should send Content-Range',
  fix: "add headers: { 'content-range': … }",
  summary: 'A 416 to a byte range tells the current length.',
  why: 'With it the client can ask again for a range that exists.',
  bad: "get('/film', { headers: { range: z.string() }, responses: { 200: bytes(), 416: problem() } })",
  good: "get('/film', { headers: { range: z.string() }, responses: { 200: bytes(), 416: problem({ headers: { 'content-range': z.string() } }) } })",
  response: requiresField('content-range-416'),
  exchange: 'declared',
  messages: {
    bad: '> GET /films/7\n> range: bytes=900-\n< 416 Range Not Satisfiable',
    good: '> GET /films/7\n> range: bytes=900-\n< 416 Range Not Satisfiable\n< content-range: bytes */500',
  },
})
