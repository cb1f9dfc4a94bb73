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
  bad: "// defineRegistry({ statuses: { 299: { wants: { rule: 'condition-wanted', fields: ['prefer'] }, … } } })\nget('/todos', { responses: { 299: json(Todos) } })",
  good: "get('/todos', { headers: { prefer: z.string() }, responses: { 299: json(Todos) } })",
  response: wants('condition-wanted'),
})
