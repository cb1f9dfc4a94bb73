import { requestContent } from './judges.js'
import { rule } from './rule.js'

export const methodDeclaresContent = rule({
  id: 'method-declares-content',
  level: 'must',
  kind: 'omission',
  cite: '<cite>',
  words: '<method> declares no content',
  fix: 'declare body',
  plainFix: 'declare request content',
  summary: 'A request with a method whose meaning is in its content declares it.',
  why: 'The row says so; a method of your own is held to its row as the built-in ones are.',
  bad: "const { route, contract } = defineRegistry({ extends: rfc9110, methods: {\n  STORE: { cite: 'ACME §3', safe: false, idempotent: true, purpose: 'Ours.', content: 'expected' },\n} })\ncontract({ list: route('STORE', '/todos', { responses: { 204: empty() } }) })",
  good: "const { route, contract } = defineRegistry({ extends: rfc9110, methods: {\n  STORE: { cite: 'ACME §3', safe: false, idempotent: true, purpose: 'Ours.', content: 'expected' },\n} })\ncontract({ list: route('STORE', '/todos', { body: json(Todos), responses: { 204: empty() } }) })",
  operation: requestContent('method-declares-content'),
})
