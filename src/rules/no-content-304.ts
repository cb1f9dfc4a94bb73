import { noContent } from './judges.js'
import { rule } from './rule.js'

export const noContent304 = rule({
  id: 'no-content-304',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.4.5',
  words: '<status> carries no content',
  fix: 'use empty()',
  plainFix: 'remove the content',
  summary: 'A 304 has no content: the client already holds it.',
  why: 'The saving is the point of the status, and a parser ends the message at the blank line whatever follows.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: z.string() } }), 304: json(Todo) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: z.string() } }), 304: empty() } })",
  response: noContent('no-content-304'),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos/7\n> if-none-match: "v1"\n< 304 Not Modified\n< etag: "v1"\n<\n< hello',
    good: '> GET /todos/7\n> if-none-match: "v1"\n< 304 Not Modified\n< etag: "v1"',
  },
})
