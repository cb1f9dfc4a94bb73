import { requestContent } from './judges.js'
import { rule } from './rule.js'

export const originNoRelianceOnUndefinedContent = rule({
  id: 'origin-no-reliance-on-undefined-content',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.3.1',
  words: '<method> content has no defined meaning',
  fix: 'remove body, or use post() or query()',
  plainFix: 'remove the request content, or use POST or QUERY',
  summary: 'A server should not build on content of a method that gives it no meaning.',
  why: 'A private agreement between two ends is unknown to the proxies and caches in between, which may drop or refuse the content.',
  bad: "route('COPY', '/todos/:id', { headers: { destination: z.string() }, body: json(Changes), responses: { 201: empty() } })",
  good: "route('COPY', '/todos/:id', { headers: { destination: z.string() }, responses: { 201: empty() } })",
  operation: requestContent('origin-no-reliance-on-undefined-content'),
})
