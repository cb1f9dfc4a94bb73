import { never } from './judges.js'
import { rule } from './rule.js'

export const noReservedStatus = rule({
  id: 'no-reserved-status',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.4.7',
  words: '<status> is reserved and has no meaning',
  fix: 'remove <code>',
  summary: '306 and 418 are reserved: no application uses them.',
  why: 'One is a leftover of an early draft, the other of a joke that too many programs took up. Neither tells a client what to do.',
  bad: "get('/coffee', { responses: { 200: text(), 418: problem() } })",
  good: "get('/coffee', { responses: { 200: text(), 503: problem() } })",
  response: never('no-reserved-status'),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 306',
    good: '> GET /todos\n< 307 Temporary Redirect\n< location: /tasks',
  },
})
