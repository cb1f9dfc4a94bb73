import { rule } from './rule.js'
import { members, showing } from './shown.js'

export const ifMatchStarAlone = rule({
  id: 'if-match-star-alone',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §13.1.1',
  words: '<field> shows * among entity tags: <value>',
  fix: 'use one or the other',
  summary: 'An asterisk in If-Match or If-None-Match stands alone.',
  why: 'It means any representation at all, so that tags beside it would say nothing, and no grammar allows them.',
  bad: "put('/todos/:id', { headers: { 'if-match': z.literal('*, \"a\"') }, body: json(Todo), responses: { 204: empty(), 412: problem() } })",
  good: "put('/todos/:id', { headers: { 'if-match': z.literal('*') }, body: json(Todo), responses: { 204: empty(), 412: problem() } })",
  ...showing(['if-match', 'if-none-match'], (value) => members(value).length > 1 && members(value).includes('*')),
  exchange: 'declared',
  messages: {
    bad: '> DELETE /todos/7\n> if-match: "v1", *\n< 204 No Content',
    good: '> DELETE /todos/7\n> if-match: *\n< 204 No Content',
  },
})
