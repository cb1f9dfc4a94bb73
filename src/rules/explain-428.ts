import { rule } from './rule.js'
import { explaining } from './shown.js'

export const explain428 = rule({
  id: 'explain-428',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 6585 §3',
  words: '<status> has no content that says how to ask again',
  fix: 'use problem()',
  plainFix: 'declare content, application/problem+json say',
  summary: 'A 428 says how to resubmit the request.',
  why: 'The client cannot know which precondition the server wants to see.',
  bad: "put('/todos/:id', { body: json(Todo), responses: { 204: empty(), 428: empty() } })",
  good: "put('/todos/:id', { body: json(Todo), responses: { 204: empty(), 428: problem() } })",
  response: explaining('explain-428'),
})
