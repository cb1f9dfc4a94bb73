import { facet } from './judges.js'
import { rule } from './rule.js'

export const preconditionsIgnoredConnectOptionsTrace = rule({
  id: 'preconditions-ignored-connect-options-trace',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §13.2.1',
  words: '<method> never answers <status>',
  fix: 'remove <code>: it ignores preconditions',
  summary: 'CONNECT, OPTIONS and TRACE ignore preconditions, so that neither 304 nor 412 can come of them.',
  why: 'A precondition is about a selected representation, and these methods select none.',
  bad: "options('/todos', { headers: { 'if-match': z.string() }, responses: { 204: empty({ headers: { allow: z.string() } }), 412: problem() } })",
  good: "options('/todos', { responses: { 204: empty({ headers: { allow: z.string() } }) } })",
  response: facet('preconditions-ignored-connect-options-trace'),
  exchange: 'declared',
  messages: {
    bad: '> OPTIONS /todos\n> if-match: "v1"\n< 412 Precondition Failed',
    good: '> OPTIONS /todos\n> if-match: "v1"\n< 204 No Content\n< allow: GET, POST',
  },
})
