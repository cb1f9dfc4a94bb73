import { noContent } from './judges.js'
import { rule } from './rule.js'

export const noContent204 = rule({
  id: 'no-content-204',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.3.5',
  words: '<status> carries no content',
  fix: 'use empty()',
  plainFix: 'remove the content',
  summary: 'A 204 has header fields and nothing after them.',
  why: 'The response is over at the blank line: bytes sent after it are lost, or taken for the next response on the connection.',
  bad: "del('/todos/:id', { responses: { 204: json(Todo) } })",
  good: "del('/todos/:id', { responses: { 204: empty() } })",
  response: noContent('no-content-204'),
  exchange: 'declared',
  messages: {
    bad: '> DELETE /todos/7\n< 204 No Content\n<\n< gone',
    good: '> DELETE /todos/7\n< 204 No Content',
  },
})
