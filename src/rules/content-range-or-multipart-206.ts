import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const contentRangeOrMultipart206 = rule({
  id: 'content-range-or-multipart-206',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 9110 §15.3.7',
  words: '<status> needs Content-Range or multipart/byteranges',
  fix: "add headers: { 'content-range': … }",
  summary: 'A 206 says which part it carries: in Content-Range, or part by part in multipart/byteranges.',
  why: 'Bytes without their place cannot be put together with the rest.',
  bad: "get('/film', { headers: { range: z.string() }, responses: { 206: bytes() } })",
  good: "get('/film', { headers: { range: z.string() }, responses: { 206: bytes({ headers: { 'content-range': z.string() } }) } })",
  response: requiresField('content-range-or-multipart-206'),
})
