import { facet } from './judges.js'
import { rule } from './rule.js'

export const putReplaced200Or204 = rule({
  id: 'put-replaced-200-or-204',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.3.4',
  words: '<method> never answers <status>',
  fix: 'use 200 or 204 for what was replaced, 201 for what was created',
  summary: 'A completed PUT is answered 200 or 204, or 201 when it created the target.',
  why: 'The definition of PUT lists its ways to succeed, and this one is not among them.',
  bad: "put('/todos/:id', { body: json(Todo), responses: { 205: empty() } })",
  good: "put('/todos/:id', { body: json(Todo), responses: { 201: json(Todo), 204: empty() } })",
  response: facet('put-replaced-200-or-204'),
  exchange: 'declared',
  messages: {
    bad: '> PUT /todos/7\n> content-type: text/plain\n>\n> hello\n< 205 Reset Content',
    good: '> PUT /todos/7\n> content-type: text/plain\n>\n> hello\n< 204 No Content',
  },
})
