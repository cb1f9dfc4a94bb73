import { rule } from './rule.js'
import { isFixdate, showing } from './shown.js'

export const retryAfterGrammar = rule({
  id: 'retry-after-grammar',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §10.2.3',
  words: 'Retry-After is whole seconds or an HTTP-date, not <value>',
  fix: 'write 120, say',
  summary: 'Retry-After is a number of whole seconds or an HTTP-date.',
  why: 'A client that cannot read it does not wait.',
  bad: "get('/todos', { responses: { 200: json(Todos), 503: problem({ headers: { 'retry-after': z.literal('1.5') } }) } })",
  good: "get('/todos', { responses: { 200: json(Todos), 503: problem({ headers: { 'retry-after': z.literal('2') } }) } })",
  ...showing(['retry-after'], (value) => !/^\d+$/.test(value) && !isFixdate(value)),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 503 Service Unavailable\n< retry-after: 1.5',
    good: '> GET /todos\n< 503 Service Unavailable\n< retry-after: 2',
  },
})
