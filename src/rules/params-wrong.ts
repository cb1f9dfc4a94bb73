import { parameters } from './judges.js'
import { rule } from './rule.js'

export const paramsWrong = rule({
  id: 'params-wrong',
  level: 'must',
  kind: 'contradiction',
  cite: 'Statute',
  words: 'params has <field>, the path has :<name>',
  fix: 'rename <field> to <name>',
  summary: 'Parameters have the same names in params and in the path.',
  why: 'One of the two is misspelt; neither would get the value of the other.',
  bad: "get('/todos/:id', { params: z.object({ todoId: z.uuid() }), responses: { 200: json(Todo) } })",
  good: "get('/todos/:id', { params: z.object({ id: z.uuid() }), responses: { 200: json(Todo) } })",
  operation: parameters('params-wrong'),
})
