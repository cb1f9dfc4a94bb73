import { none, statusFacts } from './judges.js'
import { rule } from './rule.js'

export const noDeprecatedStatus = rule({
  id: 'no-deprecated-status',
  level: 'bcp',
  kind: 'contradiction',
  cite: 'RFC 9110 §15',
  words: '<status> has no usable meaning any more',
  fix: 'remove <code>',
  summary: '305, 402 and 510 are deprecated, reserved for later, or obsolete.',
  why: 'Clients do not act on them: 305 was a security hole, 402 never got a definition, and the framework of 510 is historic.',
  bad: "post('/orders', { body: json(Order), responses: { 201: json(Receipt), 402: problem() } })",
  good: "post('/orders', { body: json(Order), responses: { 201: json(Receipt), 403: problem() } })",
  response(reply) {
    return statusFacts(reply)?.deprecated === 'no-deprecated-status' ? [{ at: [] }] : none
  },
})
