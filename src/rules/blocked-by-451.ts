import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const blockedBy451 = rule({
  id: 'blocked-by-451',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 7725 §4',
  words: '<status> should send Link, to tell who blocks',
  fix: 'add headers: { link: … } with rel="blocked-by"',
  summary: 'A 451 names the entity that blocks access, by a Link with the relation blocked-by.',
  why: 'The one who carries out a blocking is often not the one who ordered it; readers should be able to tell them apart.',
  bad: "get('/articles/:id', { responses: { 200: json(Article), 451: problem() } })",
  good: "get('/articles/:id', { responses: { 200: json(Article), 451: problem({ headers: { link: z.string() } }) } })",
  response: requiresField('blocked-by-451'),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos/7\n< 451 Unavailable For Legal Reasons',
    good: '> GET /todos/7\n< 451 Unavailable For Legal Reasons\n< link: <https://court.example>; rel="blocked-by"',
  },
})
