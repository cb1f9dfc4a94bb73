import { rule } from './rule.js'
import { explaining } from './shown.js'

export const errorContentExplains = rule({
  id: 'error-content-explains',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §15.5',
  words: '<status> has no content that explains the error',
  fix: 'use problem()',
  plainFix: 'declare content, application/problem+json say',
  summary: 'A 4xx or 5xx response explains what went wrong, and whether it will stay so.',
  why: 'The code alone says what kind of error it is. People and programs need to know which one, and what to do about it.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo), 404: empty() } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo), 404: problem() } })",
  response: explaining('error-content-explains'),
})
