import { facet } from './judges.js'
import { rule } from './rule.js'

export const postNever206304416 = rule({
  id: 'post-never-206-304-416',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.3.3',
  words: '<method> never answers <status>',
  fix: 'remove <code>',
  summary: 'A POST is not answered with 206, 304 or 416.',
  why: 'They answer range requests and revalidation, which POST does not have; its own definition excepts the three.',
  bad: "post('/reports', { body: json(Filter), responses: { 200: json(Todos), 304: empty() } })",
  good: "post('/reports', { body: json(Filter), responses: { 200: json(Todos) } })",
  response: facet('post-never-206-304-416'),
  exchange: 'declared',
  messages: {
    bad: '> POST /todos\n> if-none-match: "v1"\n< 304 Not Modified',
    good: '> POST /todos\n> if-none-match: "v1"\n< 412 Precondition Failed',
  },
})
