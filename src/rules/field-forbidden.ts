import { forbidsField, refusesRequestField } from './judges.js'
import { rule } from './rule.js'

export const fieldForbidden = rule({
  id: 'field-forbidden',
  level: 'must',
  kind: 'contradiction',
  cite: '<cite>',
  words: '<status> must not send <field>',
  fix: 'remove it from headers',
  summary: 'A response does not carry the fields that your registry forbids its status.',
  why: 'The row says so; a status of your own is held to its row as the built-in ones are.',
  bad: "const { get, contract } = defineRegistry({ extends: rfc9110, statuses: {\n  299: { phrase: 'Done', class: 'successful', cite: 'ACME §4', purpose: 'Ours.', forbids: { location: 'field-forbidden' } },\n} })\ncontract({ list: get('/todos', { responses: { 299: json(Todos, { headers: { location: z.string() } }) } }) })",
  good: "const { get, contract } = defineRegistry({ extends: rfc9110, statuses: {\n  299: { phrase: 'Done', class: 'successful', cite: 'ACME §4', purpose: 'Ours.', forbids: { location: 'field-forbidden' } },\n} })\ncontract({ list: get('/todos', { responses: { 299: json(Todos) } }) })",
  operation: refusesRequestField('field-forbidden'),
  response: forbidsField('field-forbidden'),
  exchange: 'declared',
})
