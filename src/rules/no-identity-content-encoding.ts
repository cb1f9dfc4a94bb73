import { rule } from './rule.js'
import { members, showing } from './shown.js'

export const noIdentityContentEncoding = rule({
  id: 'no-identity-content-encoding',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 9110 §8.4',
  words: '<field> names identity, which is no coding',
  fix: 'leave the field out',
  summary: 'Content-Encoding does not list identity.',
  why: 'The name exists for Accept-Encoding only; content that is not coded has no Content-Encoding.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'content-encoding': z.literal('identity') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'content-encoding': z.literal('gzip') } }) } })",
  ...showing(['content-encoding'], (value) => members(value.toLowerCase()).includes('identity')),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 200 OK\n< content-type: text/plain\n< content-encoding: identity\n<\n< hello',
    good: '> GET /todos\n< 200 OK\n< content-type: text/plain\n<\n< hello',
  },
})
