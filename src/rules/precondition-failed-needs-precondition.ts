import { wants } from './judges.js'
import { rule } from './rule.js'

export const preconditionFailedNeedsPrecondition = rule({
  id: 'precondition-failed-needs-precondition',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 9110 §15.5.13',
  words: '<status> answers a precondition',
  fix: "declare headers: { 'if-match': … } on the route",
  plainFix: 'declare a header parameter, If-Match say',
  summary: 'A 412 is possible where the request can carry a precondition.',
  why: 'Nothing can fail that was not asked. A conflict that the client could not foresee is a 409.',
  bad: "put('/todos/:id', { body: json(Todo), responses: { 204: empty(), 412: problem() } })",
  good: "put('/todos/:id', { headers: { 'if-match': z.string() }, body: json(Todo), responses: { 204: empty(), 412: problem() } })",
  response: wants('precondition-failed-needs-precondition'),
  exchange: 'declared',
  messages: {
    fix: 'use another status: the request has no precondition',
    bad: '> DELETE /todos/7\n< 412 Precondition Failed',
    good: '> DELETE /todos/7\n> if-match: "v1"\n< 412 Precondition Failed',
  },
})
