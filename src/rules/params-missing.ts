import { parameters } from './judges.js'
import { rule } from './rule.js'

export const paramsMissing = rule({
  id: 'params-missing',
  level: 'must',
  kind: 'omission',
  cite: 'Statute',
  words: 'the path has :<name>, params has not',
  fix: 'add <name> to params',
  summary: 'A route that declares params declares all of the path.',
  why: 'A parameter that is left out would pass unchecked, where the others are checked.',
  bad: "get('/lists/:list/todos/:id', { params: z.object({ id: z.uuid() }), responses: { 200: json(Todo) } })",
  good: "get('/lists/:list/todos/:id', { params: z.object({ list: z.uuid(), id: z.uuid() }), responses: { 200: json(Todo) } })",
  operation: parameters('params-missing'),
})
