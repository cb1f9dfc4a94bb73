import { wants } from './judges.js'
import { rule } from './rule.js'

export const conditionWanted = rule({
  id: 'condition-wanted',
  level: 'must',
  kind: 'omission',
  cite: '<cite>',
  words: '<status> needs a condition that the route does not state',
  fix: 'declare it in headers, role or on the 200',
  summary: 'A status is declared where the condition that your registry puts on it can hold.',
  why: 'The row says so; a status of your own is held to its row as the built-in ones are.',
  bad: "const { get, contract } = defineRegistry({ extends: rfc9110, statuses: {\n  299: { phrase: 'Done', class: 'successful', cite: 'ACME §4', purpose: 'Ours.', wants: { rule: 'condition-wanted', fields: ['prefer'] } },\n} })\ncontract({ list: get('/todos', { responses: { 299: json(Todos) } }) })",
  good: "const { get, contract } = defineRegistry({ extends: rfc9110, statuses: {\n  299: { phrase: 'Done', class: 'successful', cite: 'ACME §4', purpose: 'Ours.', wants: { rule: 'condition-wanted', fields: ['prefer'] } },\n} })\ncontract({ list: get('/todos', { headers: { prefer: z.string() }, responses: { 299: json(Todos) } }) })",
  response: wants('condition-wanted'),
  exchange: 'declared',
})
