import { requestContent } from './judges.js'
import { rule } from './rule.js'

export const getContentDiscouraged = rule({
  id: 'get-content-discouraged',
  level: 'should',
  kind: 'contradiction',
  refuses: true,
  cite: 'RFC 9110 §9.3.1',
  words: '<method> content has no defined meaning',
  fix: 'use query parameters, query() or post()',
  plainFix: 'use query parameters, QUERY or POST',
  summary: 'A GET request should not carry content.',
  why: 'Nobody between client and server gives it a meaning: caches ignore it, some servers reject it as an attack, and fetch() refuses to send it.',
  bad: "get('/todos', { body: json(Filter), responses: { 200: json(Todos) } })",
  good: "get('/todos', { query: Filter, responses: { 200: json(Todos) } })",
  operation: requestContent('get-content-discouraged'),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n> content-type: application/json\n>\n> {"done":true}\n< 200 OK',
    good: '> GET /todos?done=true\n< 200 OK',
  },
})
