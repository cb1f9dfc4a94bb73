import { onlyForMethods } from './judges.js'
import { rule } from './rule.js'

export const maxForwardsTraceOptions = rule({
  id: 'max-forwards-trace-options',
  level: 'hint',
  kind: 'contradiction',
  cite: 'RFC 9110 §7.6.2',
  words: '<method> gives <field> no meaning',
  fix: 'remove it, or use trace() or options()',
  plainFix: 'remove it, or use TRACE or OPTIONS',
  summary: 'Max-Forwards is defined for TRACE and OPTIONS.',
  why: 'With any other method recipients may ignore it, so nothing can be built on it.',
  bad: "get('/todos', { headers: { 'max-forwards': z.string() }, responses: { 200: json(Todos) } })",
  good: "trace('/todos', { headers: { 'max-forwards': z.string() }, responses: { 200: bytes({ type: 'message/http' }) } })",
  operation: onlyForMethods('max-forwards-trace-options'),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n> max-forwards: 3\n< 200 OK',
    good: '> OPTIONS /todos\n> max-forwards: 3\n< 204 No Content\n< allow: GET, POST',
  },
})
