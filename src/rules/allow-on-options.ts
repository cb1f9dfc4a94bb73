import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const allowOnOptions = rule({
  id: 'allow-on-options',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §9.3.7',
  words: '<status> to <method> should send Allow',
  fix: 'add headers: { allow: … }',
  summary: 'A successful answer to OPTIONS lists what the resource supports, first of all its methods.',
  why: 'That list is what OPTIONS asks for.',
  bad: "options('/todos', { responses: { 204: empty() } })",
  good: "options('/todos', { responses: { 204: empty({ headers: { allow: z.string() } }) } })",
  response: requiresField('allow-on-options'),
  exchange: 'declared',
  messages: {
    bad: '> OPTIONS /todos\n< 204 No Content',
    good: '> OPTIONS /todos\n< 204 No Content\n< allow: GET, POST',
  },
})
