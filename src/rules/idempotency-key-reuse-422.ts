import { none } from './judges.js'
import { rule } from './rule.js'
import { answers } from './shown.js'

export const idempotencyKeyReuse422 = rule({
  id: 'idempotency-key-reuse-422',
  level: 'should',
  kind: 'omission',
  cite: 'draft-ietf-httpapi-idempotency-key-header-07 §2.7',
  words: 'a reused Idempotency-Key has no 422',
  fix: 'declare 422',
  summary: 'A key that comes again with other content is answered by 422.',
  why: 'Neither the stored answer nor a new execution would be right: the client has made a mistake and must hear of it.',
  bad: "post('/orders', {\n  headers: { 'idempotency-key': z.string() }, body: json(Order),\n  responses: { 201: json(Receipt) },\n})",
  good: "post('/orders', {\n  headers: { 'idempotency-key': z.string() }, body: json(Order),\n  responses: { 201: json(Receipt), 422: problem() },\n})",
  operation({ operation }) {
    return operation.fields.has('idempotency-key') && !answers(operation, 422) ? [{ at: [] }] : none
  },
})
