import { forbidsField } from './judges.js'
import { rule } from './rule.js'

export const noContentLength1xx204 = rule({
  id: 'no-content-length-1xx-204',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §8.6',
  words: '<status> must not send Content-Length',
  fix: 'remove content-length from its headers',
  summary: 'A 1xx or 204 has no Content-Length, not even 0.',
  why: 'The field frames content; where none can be, a length only confuses those who parse the stream.',
  bad: "del('/todos/:id', { responses: { 204: empty({ headers: { 'content-length': z.string() } }) } })",
  good: "del('/todos/:id', { responses: { 204: empty() } })",
  response: forbidsField('no-content-length-1xx-204'),
  exchange: 'declared',
  messages: {
    bad: '> DELETE /todos/7\n< 204 No Content\n< content-length: 0',
    good: '> DELETE /todos/7\n< 204 No Content',
  },
})
