import { rule } from './rule.js'

export const redirectQueryKeepsMethod = rule({
  id: 'redirect-query-keeps-method',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 10008 §2.5',
  words: '<status> to <method> keeps the method',
  fix: 'repeat it at the new address',
  summary: 'A QUERY that is redirected with 301, 302, 307 or 308 stays a QUERY.',
  why: 'The licence to fall back to GET is for POST alone; a GET would lose the query.',
  bad: '> QUERY /todos\n< 301 Moved Permanently\n< location: /tasks\n> GET /tasks',
  good: '> QUERY /todos\n< 301 Moved Permanently\n< location: /tasks\n> QUERY /tasks',
})
