import { rule } from './rule.js'
import { explaining } from './shown.js'

export const explain505 = rule({
  id: 'explain-505',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §15.6.6',
  words: '<status> has no content that names the versions supported',
  fix: 'use problem()',
  plainFix: 'declare content, application/problem+json say',
  summary: 'A 505 says why the version is not supported and which protocols are.',
  why: 'The client can only continue if it learns what the server speaks.',
  bad: "get('/todos', { responses: { 200: json(Todos), 505: empty() } })",
  good: "get('/todos', { responses: { 200: json(Todos), 505: problem() } })",
  response: explaining('explain-505'),
})
