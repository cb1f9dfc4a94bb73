import { noContent } from './judges.js'
import { rule } from './rule.js'

export const contentNever = rule({
  id: 'content-never',
  level: 'must',
  kind: 'contradiction',
  cite: '<cite>',
  words: '<status> to <method> carries no content',
  fix: 'use empty()',
  summary: 'A response that your registry declares without content has none.',
  why: 'The row says so; a status or a method of your own is held to its row as the built-in ones are.',
  bad: "// defineRegistry({ statuses: { 299: { content: 'never', … } } })\nget('/todos', { responses: { 299: json(Todos) } })",
  good: "get('/todos', { responses: { 299: empty() } })",
  response: noContent('content-never'),
})
