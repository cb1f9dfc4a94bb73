import { wants } from './judges.js'
import { rule } from './rule.js'

export const gatewayOnly502504 = rule({
  id: 'gateway-only-502-504',
  level: 'bcp',
  kind: 'omission',
  refuses: true,
  cite: 'RFC 9110 §15.6.3',
  words: '<status> is about a server behind this one',
  fix: "use 500 or 503, or say role: 'gateway'",
  plainFix: 'use 500 or 503, unless a gateway answers',
  summary: 'A 502 or 504 comes from a gateway or proxy that got no good answer from the server behind it.',
  why: 'From a server that owns the resource it sends the search for the fault to the wrong place.',
  bad: "get('/todos', { responses: { 200: json(Todos), 502: problem() } })",
  good: "get('/todos', { role: 'gateway', responses: { 200: json(Todos), 502: problem() } })",
  response: wants('gateway-only-502-504'),
})
