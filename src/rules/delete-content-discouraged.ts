import { requestContent } from './judges.js'
import { rule } from './rule.js'

export const deleteContentDiscouraged = rule({
  id: 'delete-content-discouraged',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.3.5',
  words: '<method> content has no defined meaning',
  fix: 'name the resource in the path, or use post()',
  plainFix: 'name the resource in the path, or use POST',
  summary: 'A DELETE request should not carry content.',
  why: 'The target says what to delete; content may be dropped on the way, and then something else is deleted than was meant.',
  bad: "del('/todos', { body: json(Ids), responses: { 204: empty() } })",
  good: "post('/todos/deletions', { body: json(Ids), responses: { 204: empty() } })",
  operation: requestContent('delete-content-discouraged'),
  exchange: 'declared',
  messages: {
    bad: '> DELETE /todos\n> content-type: application/json\n>\n> [7, 8]\n< 204 No Content',
    good: '> DELETE /todos/7\n< 204 No Content',
  },
})
