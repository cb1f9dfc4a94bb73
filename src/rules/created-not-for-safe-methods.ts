import { effect } from './judges.js'
import { rule } from './rule.js'

export const createdNotForSafeMethods = rule({
  id: 'created-not-for-safe-methods',
  level: 'bcp',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.3.2',
  words: '<status> to <method>, which asks for no change',
  fix: 'use 200, or post() or put() to create',
  plainFix: 'use 200, or POST or PUT to create',
  summary: 'A safe method is not answered 201.',
  why: 'A client that only reads did not ask for anything to be made, and its tools (crawlers, prefetchers) will do it again and again.',
  bad: "get('/session', { responses: { 201: json(User) } })",
  good: "post('/sessions', { body: json(User), responses: { 201: json(User, { headers: { location: z.string() } }) } })",
  response: effect('created-not-for-safe-methods'),
})
