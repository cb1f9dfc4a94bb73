import { wants } from './judges.js'
import { rule } from './rule.js'
import { answered } from './traffic.js'

export const notModifiedNeedsValidatorCondition = rule({
  id: 'not-modified-needs-validator-condition',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 9110 §15.4.5',
  words: '<status> compares with a validator of the 200',
  fix: 'add headers: { etag: … } to its 200',
  summary: 'A 304 is possible where the 200 has a validator: ETag or Last-Modified.',
  why: 'The client sends the validator back to ask whether it still holds. If it was never given one, it cannot ask.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo), 304: empty() } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: z.string() } }), 304: empty() } })",
  response: wants('not-modified-needs-validator-condition'),
  *exchange(exchange) {
    const { fields } = exchange.request
    if (answered(exchange)?.needs === 'notModified' && !fields.has('if-none-match') && !fields.has('if-modified-since'))
      yield { at: ['response', 'status'] }
  },
  messages: {
    words: '<status> answers a request that compares nothing',
    fix: 'send the representation',
    bad: '> GET /todos/7\n< 304 Not Modified\n< etag: "v1"',
    good: '> GET /todos/7\n> if-none-match: "v1"\n< 304 Not Modified\n< etag: "v1"',
  },
})
