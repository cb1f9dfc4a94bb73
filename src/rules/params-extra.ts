import { parameters } from './judges.js'
import { rule } from './rule.js'

export const paramsExtra = rule({
  id: 'params-extra',
  level: 'must',
  kind: 'contradiction',
  cite: 'Statute',
  words: 'params has <name>, the path has not',
  fix: 'remove <name>, or write :<name> in the path',
  summary: 'A route declares no parameters that its path does not have.',
  why: 'Nobody can send them: the path has no place for their value.',
  bad: "get('/todos', { params: z.object({ id: z.uuid() }), responses: { 200: json(Todos) } })",
  good: "get('/todos/:id', { params: z.object({ id: z.uuid() }), responses: { 200: json(Todo) } })",
  operation: parameters('params-extra'),
})
