import { noContent } from './judges.js'
import { rule } from './rule.js'

export const contentNever = rule({
  id: 'content-never',
  level: 'must',
  kind: 'contradiction',
  cite: '<cite>',
  words: '<status> to <method> carries no content',
  fix: 'use empty()',
  plainFix: 'remove the content',
  summary: 'A response that your registry declares without content has none.',
  why: 'The row says so; a status or a method of your own is held to its row as the built-in ones are.',
  bad: "const { get, contract } = defineRegistry({ extends: rfc9110, statuses: {\n  299: { phrase: 'Done', class: 'successful', cite: 'ACME §4', purpose: 'Ours.', content: 'never' },\n} })\ncontract({ list: get('/todos', { responses: { 299: json(Todos) } }) })",
  good: "const { get, contract } = defineRegistry({ extends: rfc9110, statuses: {\n  299: { phrase: 'Done', class: 'successful', cite: 'ACME §4', purpose: 'Ours.', content: 'never' },\n} })\ncontract({ list: get('/todos', { responses: { 299: empty() } }) })",
  response: noContent('content-never'),
  exchange: 'declared',
})
