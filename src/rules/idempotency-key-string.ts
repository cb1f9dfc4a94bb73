import { rule } from './rule.js'
import { showing } from './shown.js'

export const idempotencyKeyString = rule({
  id: 'idempotency-key-string',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'draft-ietf-httpapi-idempotency-key-header-07 §2.1',
  words: 'Idempotency-Key is a string in double quotes, not <value>',
  fix: 'write "8e03978e", say',
  summary: 'Idempotency-Key is a quoted string of Structured Fields.',
  why: 'The draft defines it so; a parser of Structured Fields takes a key without quotes for a token, or drops it.',
  bad: "post('/orders', {\n  headers: { 'idempotency-key': z.literal('8e03978e') }, body: json(Order),\n  responses: { 201: json(Receipt) },\n})",
  good: "post('/orders', {\n  headers: { 'idempotency-key': z.literal('\"8e03978e\"') }, body: json(Order),\n  responses: { 201: json(Receipt) },\n})",
  ...showing(['idempotency-key'], (value) => !/^"([\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*"$/.test(value) && !value.startsWith('format:')),
  exchange: 'declared',
  messages: {
    bad: '> POST /todos\n> idempotency-key: 8e03978e\n> content-type: text/plain\n>\n> hello\n< 204 No Content',
    good: '> POST /todos\n> idempotency-key: "8e03978e"\n> content-type: text/plain\n>\n> hello\n< 204 No Content',
  },
})
