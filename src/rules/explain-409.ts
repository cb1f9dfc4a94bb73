import { rule } from './rule.js'
import { explaining } from './shown.js'

export const explain409 = rule({
  id: 'explain-409',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §15.5.10',
  words: '<status> has no content that shows the conflict',
  fix: 'use problem()',
  plainFix: 'declare content, application/problem+json say',
  summary: 'A 409 tells enough for the user to find the conflict.',
  why: 'The code is meant for conflicts that a user can resolve and try again; nobody resolves what is not described.',
  bad: "put('/todos/:id', { body: json(Todo), responses: { 204: empty(), 409: empty() } })",
  good: "put('/todos/:id', { body: json(Todo), responses: { 204: empty(), 409: problem() } })",
  response: explaining('explain-409'),
})
