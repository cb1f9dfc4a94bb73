import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const retryAfter429 = rule({
  id: 'retry-after-429',
  level: 'hint',
  kind: 'omission',
  cite: 'RFC 6585 §4',
  words: '<status> may send Retry-After',
  fix: "add headers: { 'retry-after': … }",
  summary: 'A 429 may say how long to wait.',
  why: 'Clients that know the time wait for it; the others come back too early, and often all together.',
  bad: "get('/todos', { responses: { 200: json(Todos), 429: problem() } })",
  good: "get('/todos', { responses: { 200: json(Todos), 429: problem({ headers: { 'retry-after': z.string() } }) } })",
  response: requiresField('retry-after-429'),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 429 Too Many Requests',
    good: '> GET /todos\n< 429 Too Many Requests\n< retry-after: 120',
  },
})
