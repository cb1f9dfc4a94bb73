import { rule } from './rule.js'
import { isFixdate, showing } from './shown.js'

export const sunsetHttpDate = rule({
  id: 'sunset-http-date',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 8594 §3',
  words: 'Sunset is an HTTP-date, not <value>',
  fix: 'write Fri, 01 Jan 2027 00:00:00 GMT, say',
  summary: 'Sunset is one HTTP-date.',
  why: 'A client that cannot read the date does not learn that the resource will go.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { sunset: z.literal('2027-01-01') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { sunset: z.literal('Fri, 01 Jan 2027 00:00:00 GMT') } }) } })",
  ...showing(['sunset'], (value) => !isFixdate(value)),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 200 OK\n< sunset: 2027-01-01',
    good: '> GET /todos\n< 200 OK\n< sunset: Fri, 01 Jan 2027 00:00:00 GMT',
  },
})
