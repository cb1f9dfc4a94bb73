import { rule } from './rule.js'
import { members, showing } from './shown.js'

const early =
  /^(content-(?!digest)|transfer-encoding$|host$|authorization$|www-authenticate$|set-cookie$|cookie$|cache-control$|if-|range$|te$|trailer$|location$|vary$|age$|expires$|date$)/

export const trailerFieldPermitted = rule({
  id: 'trailer-field-permitted',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §6.5.1',
  words: 'Trailer announces <value>, which belongs before the content',
  fix: 'send it as a header field',
  summary: 'A trailer has no field that is needed for framing, routing, credentials or reading the content.',
  why: 'It would arrive after the recipient has acted without it.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { trailer: z.literal('content-type') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { trailer: z.literal('server-timing') } }) } })",
  ...showing(['trailer'], (value) => members(value.toLowerCase()).some((name) => early.test(name))),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 200 OK\n< trailer: content-type',
    good: '> GET /todos\n< 200 OK\n< trailer: server-timing',
  },
})
