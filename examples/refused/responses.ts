/** What a response may carry, and what it must. Above each guilty line stands what the compiler says about it. */
import { contract, del, empty, get, head, json, options, post, problem, text } from 'statute'
import { z } from 'zod'

const Todo = z.object({ id: z.uuid(), title: z.string() })

export const content = contract({
  remove: del('/todos/:id', {
    // ✗ 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
    responses: { 204: json(Todo) },
  }),
  exists: head('/todos/:id', {
    // ✗ 200 OK to HEAD carries no content (RFC 9110 §9.3.2): use empty() [no-content-head]
    responses: { 200: json(Todo) },
  }),
  // A bare schema means json(schema), so it is content too.
  abilities: options('/todos', {
    // ✗ 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
    responses: { 204: Todo },
  }),
})

export const fields = contract({
  read: get('/todos/:id', {
    responses: {
      200: json(Todo),
      // ✗ 401 Unauthorized must send WWW-Authenticate (RFC 9110 §15.5.2): add headers: { 'www-authenticate': … } [www-authenticate-401]
      401: problem(),
      // One that may be absent is not always sent.
      // ✗ 405 Method Not Allowed must send Allow (RFC 9110 §15.5.6): add headers: { allow: … } [allow-required-405]
      405: problem({ headers: { allow: z.string().optional() } }),
    },
  }),
})

export const statuses = contract({
  create: post('/todos', {
    body: json(Todo),
    responses: {
      202: empty(),
      // ✗ POST never answers 304 Not Modified (RFC 9110 §9.3.3): remove 304 [post-never-206-304-416]
      304: empty(),
      // ✗ 299 is not a registered status (RFC 9205 §4.6): use one, or add it: defineRegistry({ statuses: { 299: … } }) [registered-status]
      299: text(),
      // ✗ 600 is not a status code (RFC 9110 §15): use three digits, 100–599, a range such as 4xx, or default [status-code-range]
      600: problem(),
    },
  }),
})
