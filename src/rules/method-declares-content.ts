import { requestContent } from './judges.js'
import { rule } from './rule.js'

export const methodDeclaresContent = rule({
  id: 'method-declares-content',
  level: 'must',
  kind: 'omission',
  cite: '<cite>',
  words: '<method> declares no content',
  fix: 'declare body',
  summary: 'A request with a method whose meaning is in its content declares it.',
  why: 'The row says so; a method of your own is held to its row as the built-in ones are.',
  bad: "// defineRegistry({ methods: { MERGE: { content: 'expected', … } } })\nroute('MERGE', '/todos', { responses: { 200: json(Todos) } })",
  good: "route('MERGE', '/todos', { body: json(Todos), responses: { 200: json(Todos) } })",
  operation: requestContent('method-declares-content'),
})
