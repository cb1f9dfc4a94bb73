import { none } from './judges.js'
import { rule } from './rule.js'
import { answers } from './shown.js'

export const idempotencyKeyInProgress409 = rule({
  id: 'idempotency-key-in-progress-409',
  level: 'should',
  kind: 'omission',
  cite: 'draft-ietf-httpapi-idempotency-key-header-07 §2.7',
  words: 'an Idempotency-Key in use has no 409',
  fix: 'declare 409',
  summary: 'A key whose first request is still running is answered by 409.',
  why: 'There is no stored answer yet, and running the request beside itself is what the key is there to prevent.',
  bad: "post('/orders', {\n  headers: { 'idempotency-key': z.string() }, body: json(Order),\n  responses: { 201: json(Receipt) },\n})",
  good: "post('/orders', {\n  headers: { 'idempotency-key': z.string() }, body: json(Order),\n  responses: { 201: json(Receipt), 409: problem() },\n})",
  operation({ operation }) {
    return operation.fields.has('idempotency-key') && !answers(operation, 409) ? [{ at: [] }] : none
  },
})
