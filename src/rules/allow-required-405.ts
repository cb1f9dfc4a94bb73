import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const allowRequired405 = rule({
  id: 'allow-required-405',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 9110 §15.5.6',
  words: '<status> must send Allow',
  fix: 'add headers: { allow: … }',
  summary: 'A 405 lists the methods that the target does support.',
  why: 'Whoever is told that a method is wrong needs to learn which ones are right; an empty list is an answer too.',
  bad: "put('/todos', { body: json(Todos), responses: { 204: empty(), 405: problem() } })",
  good: "put('/todos', { body: json(Todos), responses: { 204: empty(), 405: problem({ headers: { allow: z.string() } }) } })",
  response: requiresField('allow-required-405'),
  exchange: 'declared',
  messages: {
    bad: '> PUT /todos\n< 405 Method Not Allowed',
    good: '> PUT /todos\n< 405 Method Not Allowed\n< allow: GET, POST',
  },
})
