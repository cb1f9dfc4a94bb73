/** What a request must say so that its answers are possible. */
import { bytes, contract, empty, get, json, patch, problem, put, route } from 'statute'
import { z } from 'zod'

const Todo = z.object({ id: z.uuid(), title: z.string() })

export const conditions = contract({
  download: get('/files/:name', {
    responses: {
      200: bytes(),
      // ✗ 206 Partial Content answers a Range request (RFC 9110 §15.3.7): declare headers: { range: … } on the route [partial-needs-range]
      206: bytes({ headers: { 'content-range': z.string() } }),
      // ✗ 304 Not Modified compares with a validator of the 200 (RFC 9110 §15.4.5): add headers: { etag: … } to its 200 [not-modified-needs-validator-condition]
      304: empty(),
    },
  }),
  upload: put('/files/:name', {
    body: bytes(),
    responses: {
      204: empty(),
      // ✗ 412 Precondition Failed answers a precondition (RFC 9110 §15.5.13): declare headers: { 'if-match': … } on the route [precondition-failed-needs-precondition]
      412: problem(),
    },
  }),
})

export const requests = contract({
  search: get('/todos', {
    // ✗ GET content has no defined meaning (RFC 9110 §9.3.1): use query parameters, query() or post() [get-content-discouraged]
    body: json(z.object({ words: z.string() })),
    responses: { 200: json(z.array(Todo)) },
  }),
  rename: patch('/todos/:id', {
    // ✗ PATCH claims idempotence without basis (RFC 5789 §2): say 'precondition' (if-match), 'value-setting' or 'idempotency-key' [patch-idempotent-claim-needs-basis]
    idempotent: 'precondition',
    body: json(z.object({ title: z.string() }), { type: 'application/merge-patch+json' }),
    responses: { 200: json(Todo) },
  }),
  read: get('/todos/:id', {
    // ✗ params has todo, the path has :id (Statute): rename todo to id [params-wrong]
    params: z.object({ todo: z.uuid() }),
    responses: { 200: json(Todo) },
  }),
  // ✗ PURGE is not a method for applications (RFC 9205 §4.5): use a registered one, or defineRegistry({ methods: { … } }) [registered-method]
  purge: route('PURGE', '/todos', { responses: { 204: empty() } }),
})
