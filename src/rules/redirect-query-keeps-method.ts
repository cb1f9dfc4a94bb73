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
  bad: 'if (reply.status === 301) await fetch(location) // after QUERY',
  good: "if (reply.status === 301) await fetch(location, { method: 'QUERY', body })",
})
