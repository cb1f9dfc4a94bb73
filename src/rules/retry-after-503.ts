import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const retryAfter503 = rule({
  id: 'retry-after-503',
  level: 'hint',
  kind: 'omission',
  cite: 'RFC 9110 §15.6.4',
  words: '<status> may send Retry-After',
  fix: "add headers: { 'retry-after': … }",
  summary: 'A 503 may say when the service is expected back.',
  why: 'A client, and a search engine, can then tell a pause from an end.',
  bad: "get('/todos', { responses: { 200: json(Todos), 503: problem() } })",
  good: "get('/todos', { responses: { 200: json(Todos), 503: problem({ headers: { 'retry-after': z.string() } }) } })",
  response: requiresField('retry-after-503'),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 503 Service Unavailable',
    good: '> GET /todos\n< 503 Service Unavailable\n< retry-after: 120',
  },
})
