import { refusesRequestField } from './judges.js'
import { rule } from './rule.js'

export const traceNoSensitiveFields = rule({
  id: 'trace-no-sensitive-fields',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.3.8',
  words: '<method> must not carry <field>',
  fix: 'remove it from headers',
  summary: 'A TRACE request carries no credentials, cookies or other secrets.',
  why: 'The request comes back as content, where scripts and logs can read what they were never shown.',
  bad: "trace('/', { headers: { authorization: z.string() }, responses: { 200: bytes({ type: 'message/http' }) } })",
  good: "trace('/', { responses: { 200: bytes({ type: 'message/http' }) } })",
  operation: refusesRequestField('trace-no-sensitive-fields'),
  exchange: 'declared',
  messages: {
    bad: '> TRACE /todos\n> authorization: Basic dXNlcjpzZWNyZXQ=\n< 405 Method Not Allowed\n< allow: GET',
    good: '> TRACE /todos\n< 405 Method Not Allowed\n< allow: GET',
  },
})
