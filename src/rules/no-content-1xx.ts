import { noContent } from './judges.js'
import { rule } from './rule.js'

export const noContent1xx = rule({
  id: 'no-content-1xx',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.2',
  words: '<status> carries no content',
  fix: 'use empty()',
  plainFix: 'remove the content',
  summary: 'An interim response carries header fields and never content.',
  why: 'Whatever follows the blank line of a 1xx is the start of the next response, so content there would be read as one.',
  bad: "get('/todos', { responses: { 103: json(Ids), 200: json(Todos) } })",
  good: "get('/todos', { responses: { 103: empty({ headers: { link: z.string() } }), 200: json(Todos) } })",
  response: noContent('no-content-1xx'),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 103 Early Hints\n<\n< hello\n< 200 OK',
    good: '> GET /todos\n< 103 Early Hints\n< link: </todos.css>; rel="preload"\n< 200 OK',
  },
})
