import { effect } from './judges.js'
import { rule } from './rule.js'

export const conflictForStateChange = rule({
  id: 'conflict-for-state-change',
  level: 'bcp',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.5.10',
  words: '<status> to <method>, which asks for no change',
  fix: 'use 404, 422 or 503',
  summary: 'A 409 answers a request that changes state.',
  why: 'A conflict is one between the requested change and the present state; a safe method requests no change.',
  bad: "get('/todos', { responses: { 200: json(Todos), 409: problem() } })",
  good: "get('/todos', { responses: { 200: json(Todos), 503: problem() } })",
  response: effect('conflict-for-state-change'),
})
