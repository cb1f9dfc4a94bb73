import { requestContent } from './judges.js'
import { rule } from './rule.js'

export const queryDeclaresContent = rule({
  id: 'query-declares-content',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 10008 §2',
  words: '<method> declares no content, which is where the query stands',
  fix: 'declare body, or use get()',
  plainFix: 'declare request content, or use GET',
  summary: 'A QUERY declares the content that holds the query.',
  why: 'Content and media type are the query; with neither, it is a GET.',
  bad: "query('/todos', { responses: { 200: json(Todos) } })",
  good: "query('/todos', { body: json(Filter), responses: { 200: json(Todos) } })",
  operation: requestContent('query-declares-content'),
})
