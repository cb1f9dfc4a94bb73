import { requestContent } from './judges.js'
import { rule } from './rule.js'

export const methodContentNever = rule({
  id: 'method-content-never',
  level: 'must',
  kind: 'contradiction',
  cite: '<cite>',
  words: '<method> requests carry no content',
  fix: 'remove body',
  plainFix: 'remove the request content',
  summary: 'A request with a method that your registry declares without content has none.',
  why: 'The row says so; a method of your own is held to its row as the built-in ones are.',
  bad: "const { route, contract } = defineRegistry({ extends: rfc9110, methods: {\n  PURGE: { cite: 'ACME §3', safe: false, idempotent: true, purpose: 'Ours.', content: 'never' },\n} })\ncontract({ list: route('PURGE', '/todos', { body: json(Ids), responses: { 204: empty() } }) })",
  good: "const { route, contract } = defineRegistry({ extends: rfc9110, methods: {\n  PURGE: { cite: 'ACME §3', safe: false, idempotent: true, purpose: 'Ours.', content: 'never' },\n} })\ncontract({ list: route('PURGE', '/todos', { responses: { 204: empty() } }) })",
  operation: requestContent('method-content-never'),
  exchange: 'declared',
})
