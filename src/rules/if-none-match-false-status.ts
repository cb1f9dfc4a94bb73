import { facet } from './judges.js'
import { rule } from './rule.js'

export const ifNoneMatchFalseStatus = rule({
  id: 'if-none-match-false-status',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §13.1.2',
  words: '<method> never answers <status>',
  fix: 'use 412 for If-None-Match that fails',
  summary: 'A false If-None-Match answers 304 to GET and HEAD, and 412 to every other method.',
  why: 'Reading wants to save a transfer; writing wants to prevent a lost update. The same field serves both, with a status for each.',
  bad: '> PUT /todos/7\n> if-none-match: *\n< 304 Not Modified',
  good: '> PUT /todos/7\n> if-none-match: *\n< 412 Precondition Failed',
  response: facet('if-none-match-false-status'),
})
