import { rule } from './rule.js'
import { explaining } from './shown.js'

export const explain451 = rule({
  id: 'explain-451',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 7725 §3',
  words: '<status> has no content that explains the legal demand',
  fix: 'use problem()',
  plainFix: 'declare content, application/problem+json say',
  summary: 'A 451 explains the legal demand: who made it, by which law, and whom it concerns.',
  why: 'The status exists so that censorship can be seen; a bare 451 hides what it should show.',
  bad: "get('/articles/:id', { responses: { 200: json(Article), 451: empty() } })",
  good: "get('/articles/:id', { responses: { 200: json(Article), 451: problem() } })",
  response: explaining('explain-451'),
})
