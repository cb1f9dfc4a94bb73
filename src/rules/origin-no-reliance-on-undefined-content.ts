import { requestContent } from './judges.js'
import { rule } from './rule.js'

export const originNoRelianceOnUndefinedContent = rule({
  id: 'origin-no-reliance-on-undefined-content',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.3.1',
  words: '<method> content has no defined meaning',
  fix: 'remove body, or use post() or query()',
  summary: 'A server should not build on content of a method that gives it no meaning.',
  why: 'A private agreement between two ends is unknown to the proxies and caches in between, which may drop or refuse the content.',
  bad: "route('UNBIND', '/todos', { body: json(Ids), responses: { 200: json(Todos) } })",
  good: "post('/todos/unbinding', { body: json(Ids), responses: { 200: json(Todos) } })",
  operation: requestContent('origin-no-reliance-on-undefined-content'),
})
