import { requestContent } from './judges.js'
import { rule } from './rule.js'

export const putDeclaresContent = rule({
  id: 'put-declares-content',
  level: 'bcp',
  kind: 'omission',
  cite: 'RFC 9110 §9.3.4',
  words: '<method> stores what the request encloses, and nothing is declared',
  fix: 'declare body, or use post()',
  plainFix: 'declare request content, or use POST',
  summary: 'A PUT declares the representation that it stores.',
  why: 'PUT means: let the target hold this. Without a this, it is a trigger, and POST is the method for triggers.',
  bad: "put('/todos/:id/start', { responses: { 204: empty() } })",
  good: "post('/todos/:id/start', { responses: { 204: empty() } })",
  operation: requestContent('put-declares-content'),
})
