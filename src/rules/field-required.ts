import { requiresField, wantsRequestField } from './judges.js'
import { rule } from './rule.js'

export const fieldRequired = rule({
  id: 'field-required',
  level: 'must',
  kind: 'omission',
  cite: '<cite>',
  words: '<status> must send <field>',
  fix: "add headers: { '<field>': … }",
  summary: 'A response carries the fields that your registry requires of its status.',
  why: 'The row says so; a status of your own is held to its row as the built-in ones are.',
  bad: "const { get, contract } = defineRegistry({ extends: rfc9110, statuses: {\n  299: { phrase: 'Done', class: 'successful', cite: 'ACME §4', purpose: 'Ours.', requires: { warning: 'field-required' } },\n} })\ncontract({ list: get('/todos', { responses: { 299: json(Todos) } }) })",
  good: "const { get, contract } = defineRegistry({ extends: rfc9110, statuses: {\n  299: { phrase: 'Done', class: 'successful', cite: 'ACME §4', purpose: 'Ours.', requires: { warning: 'field-required' } },\n} })\ncontract({ list: get('/todos', { responses: { 299: json(Todos, { headers: { warning: z.string() } }) } }) })",
  operation: wantsRequestField('field-required'),
  response: requiresField('field-required'),
  exchange: 'declared',
})
