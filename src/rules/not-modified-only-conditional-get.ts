import { facet } from './judges.js'
import { rule } from './rule.js'

export const notModifiedOnlyConditionalGet = rule({
  id: 'not-modified-only-conditional-get',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.4.5',
  words: '<method> never answers <status>',
  fix: 'use 412 for a precondition that failed',
  summary: 'A 304 answers a conditional GET, HEAD or QUERY, and nothing else.',
  why: 'It says: use the copy you hold. A method that writes has no copy to use; its failed condition is a 412.',
  bad: "put('/todos/:id', { body: json(Todo), responses: { 204: empty(), 304: empty() } })",
  good: "put('/todos/:id', { headers: { 'if-match': z.string() }, body: json(Todo), responses: { 204: empty(), 412: problem() } })",
  response: facet('not-modified-only-conditional-get'),
  exchange: 'declared',
  messages: {
    bad: '> PUT /todos/7\n> if-none-match: *\n> content-type: text/plain\n>\n> hello\n< 304 Not Modified',
    good: '> PUT /todos/7\n> if-none-match: *\n> content-type: text/plain\n>\n> hello\n< 412 Precondition Failed',
  },
})
