import { rule } from './rule.js'
import { explaining } from './shown.js'

export const explain429 = rule({
  id: 'explain-429',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 6585 §4',
  words: '<status> has no content that names the limit',
  fix: 'use problem()',
  plainFix: 'declare content, application/problem+json say',
  summary: 'A 429 explains the limit that was reached.',
  why: 'A client that knows the limit can stay below it; one that does not can only guess.',
  bad: "get('/todos', { responses: { 200: json(Todos), 429: empty() } })",
  good: "get('/todos', { responses: { 200: json(Todos), 429: problem() } })",
  response: explaining('explain-429'),
})
