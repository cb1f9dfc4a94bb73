import { isSuccessful, methodFacts, none } from './judges.js'
import { rule } from './rule.js'

export const noContentLengthConnect2xx = rule({
  id: 'no-content-length-connect-2xx',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §9.3.6',
  words: '<status> to <method> opens a tunnel, which has no Content-Length',
  fix: 'remove it',
  summary: 'A successful response to CONNECT has no Content-Length.',
  why: 'What follows the header section is the tunnel; a length would make a recipient take its first octets for content.',
  bad: "route('CONNECT', 'example.com:443', { responses: { 200: empty({ headers: { 'content-length': z.string() } }) } })",
  good: "route('CONNECT', 'example.com:443', { responses: { 200: empty() } })",
  response(reply) {
    const field = reply.response.fields.get('content-length')
    return field && methodFacts(reply)?.answers === 'tunnel' && isSuccessful(reply.response) ? [{ at: [], pointer: field.pointer }] : none
  },
  exchange: 'declared',
  messages: {
    bad: '> CONNECT todos.example:443\n< 200 OK\n< content-length: 0',
    good: '> CONNECT todos.example:443\n< 200 OK',
  },
})
