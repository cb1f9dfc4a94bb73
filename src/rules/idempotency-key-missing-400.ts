import { none } from './judges.js'
import { rule } from './rule.js'
import { answers } from './shown.js'

export const idempotencyKeyMissing400 = rule({
  id: 'idempotency-key-missing-400',
  level: 'should',
  kind: 'omission',
  cite: 'draft-ietf-httpapi-idempotency-key-header-07 §2.7',
  words: 'Idempotency-Key is required, but its lack has no 400',
  fix: 'declare 400',
  summary: 'A request without the required Idempotency-Key is answered by 400.',
  why: 'The client has to learn that the key was missing, and not that the resource failed.',
  bad: "post('/orders', {\n  headers: { 'idempotency-key': z.string() }, body: json(Order),\n  responses: { 201: json(Receipt) },\n})",
  good: "post('/orders', {\n  headers: { 'idempotency-key': z.string() }, body: json(Order),\n  responses: { 201: json(Receipt), 400: problem() },\n})",
  operation({ operation }) {
    return operation.fields.get('idempotency-key')?.required && !answers(operation, 400) ? [{ at: [] }] : none
  },
})
