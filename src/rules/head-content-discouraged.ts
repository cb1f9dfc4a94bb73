import { requestContent } from './judges.js'
import { rule } from './rule.js'

export const headContentDiscouraged = rule({
  id: 'head-content-discouraged',
  level: 'should',
  kind: 'contradiction',
  refuses: true,
  cite: 'RFC 9110 §9.3.2',
  words: '<method> content has no defined meaning',
  fix: 'remove body',
  plainFix: 'remove the request content',
  summary: 'A HEAD request should not carry content.',
  why: 'It stands for a GET, whose content means nothing either, and fetch() refuses to send it.',
  bad: "head('/todos', { body: json(Filter), responses: { 200: empty() } })",
  good: "head('/todos', { query: Filter, responses: { 200: empty() } })",
  operation: requestContent('head-content-discouraged'),
  exchange: 'declared',
  messages: {
    bad: '> HEAD /todos\n> content-type: application/json\n>\n> {"done":true}\n< 200 OK',
    good: '> HEAD /todos?done=true\n< 200 OK',
  },
})
