import { facet } from './judges.js'
import { rule } from './rule.js'

export const rangeOnlyGetQuery = rule({
  id: 'range-only-get-query',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §14.2',
  words: '<method> never answers <status>',
  fix: 'remove <code>, or use get() with headers: { range: … }',
  plainFix: 'remove <code>, or use GET with Range',
  summary: 'Ranges belong to GET and QUERY: other methods ignore Range, so that neither 206 nor 416 can come of it.',
  why: 'A part is a part of a representation that is being retrieved. HEAD is not excepted: it transfers nothing to divide.',
  bad: "head('/film', { headers: { range: z.string() }, responses: { 200: empty(), 206: empty({ headers: { 'content-range': z.string() } }) } })",
  good: "get('/film', { headers: { range: z.string() }, responses: { 200: bytes(), 206: bytes({ headers: { 'content-range': z.string() } }) } })",
  response: facet('range-only-get-query'),
  exchange: 'declared',
  messages: {
    bad: '> PUT /films/7\n> range: bytes=0-9\n> content-type: text/plain\n>\n> hello\n< 416 Range Not Satisfiable',
    good: '> GET /films/7\n> range: bytes=900-\n< 416 Range Not Satisfiable\n< content-range: bytes */500',
  },
})
