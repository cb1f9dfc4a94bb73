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
  bad: "// defineRegistry({ statuses: { 299: { requires: { 'x-reason': 'field-required' }, … } } })\nget('/todos', { responses: { 299: json(Todos) } })",
  good: "get('/todos', { responses: { 299: json(Todos, { headers: { 'x-reason': z.string() } }) } })",
  operation: wantsRequestField('field-required'),
  response: requiresField('field-required'),
})
