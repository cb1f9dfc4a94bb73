/** Claims of idempotence, waivers, and keys that a route does not have. */
import { contract, del, empty, get, json, patch, post, problem, text } from 'statute'
import { z } from 'zod'

const Todo = z.object({ id: z.string(), title: z.string() })
const word = z.string()

// --- claims -------------------------------------------------------------------------------------------------------------------------------------------

patch('/todos/:id', {
  // @refused at "idempotent": PATCH claims idempotence without basis (RFC 5789 §2): say 'precondition' (if-match), 'value-setting' or 'idempotency-key' [patch-idempotent-claim-needs-basis]
  idempotent: 'trust me',
  body: json(Todo),
  responses: { 200: json(Todo) },
})
patch('/todos/:id', {
  // @refused at "idempotent": PATCH claims idempotence without basis (RFC 5789 §2): say 'precondition' (if-match), 'value-setting' or 'idempotency-key' [patch-idempotent-claim-needs-basis]
  idempotent: true,
  body: json(Todo),
  responses: { 200: json(Todo) },
})
patch('/todos/:id', {
  // The basis is there to be seen: a precondition wants the field it rests on.
  // @refused at "idempotent": PATCH claims idempotence without basis (RFC 5789 §2): say 'precondition' (if-match), 'value-setting' or 'idempotency-key' [patch-idempotent-claim-needs-basis]
  idempotent: 'precondition',
  body: json(Todo),
  responses: { 200: json(Todo) },
})
patch('/todos/:id', {
  // A JSON Patch may add to a list, which sets no value.
  // @refused at "idempotent": PATCH claims idempotence without basis (RFC 5789 §2): say 'precondition' (if-match), 'value-setting' or 'idempotency-key' [patch-idempotent-claim-needs-basis]
  idempotent: 'value-setting',
  body: json(Todo, { type: 'application/json-patch+json' }),
  responses: { 200: json(Todo) },
})
// @accepted [patch-idempotent-claim-needs-basis]
patch('/todos/:id', { idempotent: 'precondition', headers: { 'if-match': word }, body: json(Todo), responses: { 200: json(Todo), 412: problem() } })
// @accepted [patch-idempotent-claim-needs-basis]
patch('/todos/:id', { idempotent: 'value-setting', body: json(Todo, { type: 'application/merge-patch+json' }), responses: { 200: json(Todo) } })
// @accepted [patch-idempotent-claim-needs-basis]
post('/todos', { idempotent: 'idempotency-key', headers: { 'idempotency-key': word }, body: json(Todo), responses: { 201: json(Todo) } })

// --- waivers --------------------------------------------------------------------------------------------------------------------------------------------

get('/me', { waive: { 'www-authenticate-401': 'the gateway adds it' }, responses: { 200: json(Todo), 401: problem() } })
del('/todos/:id', { waive: { 'no-content-204': 'an old client wants it' }, responses: { 204: text() } })
get('/search', { waive: { 'get-content-discouraged': 'an old client sends it' }, body: json(Todo), responses: { 200: json(Todo) } })
patch('/todos/:id', { waive: { 'patch-declares-content': 'the change stands in the query' }, responses: { 200: json(Todo) } })
get('/todos', { waive: { 'registered-status': 'nginx says so' }, responses: { 200: json(Todo), 499: problem() } })
get('/todos', { waive: { 'h2-lowercase-names': 'an old proxy' }, headers: { 'X-Trace': word }, responses: { 200: json(Todo) } })
// A waiver lifts its own rule, and no other.
get('/me', {
  waive: { 'www-authenticate-401': 'the gateway adds it' },
  responses: {
    200: json(Todo),
    401: problem(),
    // @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
    204: json(Todo),
    // @refused at "405": 405 Method Not Allowed must send Allow (RFC 9110 §15.5.6): add headers: { allow: … } [allow-required-405]
    405: problem(),
  },
})
// Behind a rule that is waived the next one speaks.
post('/reports', {
  waive: { 'post-never-206-304-416': 'an old client wants it' },
  body: json(Todo),
  responses: {
    // @refused at "206": 206 Partial Content needs Content-Range or multipart/byteranges (RFC 9110 §15.3.7): add headers: { 'content-range': … } [content-range-or-multipart-206]
    206: json(Todo),
  },
})

get('/me', {
  waive: {
    'www-authenticate-401': 'the gateway adds it',
    // @refused at "'www-authenticate'": waive names 'www-authenticate', which is no rule (Statute): use an id that a message ends with, or remove it [waive-unknown-rule]
    'www-authenticate': 'a slip of the pen',
  },
  responses: { 200: json(Todo), 401: problem() },
})
// @accepted [waive-unknown-rule]
contract({ me: get('/me', { responses: { 200: json(Todo) } }) }, { waive: { 'www-authenticate-401': 'the gateway adds it' } })
contract(
  { me: get('/me', { responses: { 200: json(Todo) } }) },
  {
    common: { 401: problem() },
    // A contract's waiver lifts what its common responses lack.
    waive: { 'www-authenticate-401': 'the gateway adds it' },
  },
)
contract(
  { me: get('/me', { responses: { 200: json(Todo) } }) },
  {
    waive: {
      // @refused at "'no-such-rule'": waive names 'no-such-rule', which is no rule (Statute): use an id that a message ends with, or remove it [waive-unknown-rule]
      'no-such-rule': 'a slip of the pen',
    },
  },
)

// --- keys ---------------------------------------------------------------------------------------------------------------------------------------------------

get('/todos', {
  // @refused at "respones": respones is no key of a route (Statute): use params, query, headers, body, responses, idempotent, role, waive or deprecated [unknown-key]
  respones: { 404: problem() },
  // @refused at "header": header is no key of a route (Statute): use params, query, headers, body, responses, idempotent, role, waive or deprecated [unknown-key]
  header: { accept: word },
  responses: { 200: json(Todo) },
})
// @accepted [unknown-key]
get('/todos', {
  deprecated: { since: '2026-01-01', sunset: '2026-12-31' },
  summary: 'All of them',
  description: 'Every todo there is.',
  tags: ['todos'],
  responses: { 200: json(Todo) },
})
// @refused at "{}": GET has no final response (RFC 9110 §15): declare a status of 200–599 [contract-has-final-status]
get('/todos', {})
get('/todos', {
  // @refused at "respones": respones is no key of a route (Statute): use params, query, headers, body, responses, idempotent, role, waive or deprecated [unknown-key]
  respones: { 200: json(Todo) },
})
