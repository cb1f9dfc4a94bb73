/** A law of the user's own: its rows are checked as the RFC's are, in the words of the rules for all rows. */
import { bytes, defineRegistry, empty, json, problem, rfc9110, text, toolkit, webdav } from 'statute'
import { z } from 'zod'

const Todo = z.object({ id: z.string(), title: z.string() })
const word = z.string()

const acme = defineRegistry({
  extends: rfc9110,
  name: 'ACME',
  methods: {
    PURGE: { cite: 'ACME §3.1', safe: false, idempotent: true, content: 'never', purpose: 'Drops the target from the cache.' },
    STORE: { cite: 'ACME §3.2', safe: false, idempotent: true, content: 'expected', notModified: 'if-none-match-false-status', purpose: 'Stores.' },
    PEEK: { cite: 'ACME §3.3', safe: true, idempotent: true, content: 'undefined', purpose: 'Looks without touching.' },
  },
  statuses: {
    298: { phrase: 'Quiet', class: 'successful', cite: 'ACME §4.1', content: 'never', purpose: 'It is done, and no more.' },
    299: { phrase: 'Warned', class: 'successful', cite: 'ACME §4.2', requires: { warning: 'field-required' }, purpose: 'It is done, with a warning.' },
    499: { phrase: 'Gone Away', class: 'client error', cite: 'ACME §4.3', forbids: { 'retry-after': 'field-forbidden' }, purpose: 'The client went.' },
    498: { phrase: 'Stale Token', class: 'client error', cite: 'ACME §4.4', wants: { rule: 'condition-wanted', fields: ['x-token'] }, purpose: 'The token is old.' },
  },
  fields: { 'x-token': { name: 'X-Token', cite: 'ACME §5.1', in: 'request', purpose: 'Carries the token.' } },
})
const { get, put, route } = acme
const purge = acme.method('PURGE')

purge('/cache/:key', {
  // @refused at "body": PURGE requests carry no content (ACME §3.1): remove body [method-content-never]
  body: json(Todo),
  responses: { 204: empty() },
})
// @accepted [method-content-never]
purge('/cache/:key', { responses: { 204: empty() } })
// @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
purge('/cache/:key', { responses: { 204: json(Todo) } })
// @refused at "206": PURGE never answers 206 Partial Content (RFC 9110 §14.2): remove 206, or use get() with headers: { range: … } [range-only-get-query]
purge('/cache/:key', { responses: { 200: empty(), 206: bytes({ headers: { 'content-range': word } }) } })
// @refused at "'purge'": purge is not a method: names are case-sensitive (RFC 9110 §9.1): write it in capitals [method-case-sensitive]
route('purge', '/cache/:key', { responses: { 204: empty() } })

// @refused at "{": STORE declares no content (ACME §3.2): declare body [method-declares-content]
route('STORE', '/todos/:id', {
  responses: { 204: empty() },
})
route('STORE', '/todos/:id', {
  body: json(Todo),
  responses: {
    204: empty(),
    // @refused at "304": STORE never answers 304 Not Modified (RFC 9110 §13.1.2): use 412 for If-None-Match that fails [if-none-match-false-status]
    304: empty(),
  },
})
// @accepted [if-none-match-false-status]
// @accepted [method-declares-content]
route('STORE', '/todos/:id', { headers: { 'if-none-match': word }, body: json(Todo), responses: { 204: empty(), 412: problem() } })
// Content of an undefined meaning is refused under a strict law only.
route('PEEK', '/todos/:id', { body: json(Todo), responses: { 200: json(Todo) } })

get('/todos', {
  responses: {
    200: json(Todo),
    // @refused at "298": 298 Quiet to GET carries no content (ACME §4.1): use empty() [content-never]
    298: json(Todo),
    // @refused at "299": 299 Warned must send warning (ACME §4.2): add headers: { 'warning': … } [field-required]
    299: json(Todo),
    // @refused at "499": 499 Gone Away must not send retry-after (ACME §4.3): remove it from headers [field-forbidden]
    499: problem({ headers: { 'retry-after': word } }),
    // @refused at "498": 498 Stale Token needs a condition that the route does not state (ACME §4.4): declare it in headers, role or on the 200 [condition-wanted]
    498: problem(),
    // @refused at "497": 497 is not a registered status (RFC 9205 §4.6): use one, or add it: defineRegistry({ statuses: { 497: … } }) [registered-status]
    497: problem(),
  },
})
// @accepted [content-never]
// @accepted [field-required]
// @accepted [field-forbidden]
// @accepted [condition-wanted]
get('/todos', {
  headers: { 'x-token': word },
  responses: { 200: json(Todo), 298: empty(), 299: json(Todo, { headers: { warning: word } }), 498: problem(), 499: problem() },
})
// The rows of RFC 9110 hold as before.
put('/todos/:id', {
  body: json(Todo),
  responses: {
    204: empty(),
    // @refused at "205": PUT never answers 205 Reset Content (RFC 9110 §9.3.4): use 200 or 204 for what was replaced, 201 for what was created [put-replaced-200-or-204]
    205: empty(),
  },
})

// WebDAV knows more conditions than RFC 9110.
const dav = toolkit(webdav)
dav.route('LOCK', '/draft', { headers: { if: word }, responses: { 200: text({ type: 'application/xml' }), 412: problem() } })
dav.route('LOCK', '/draft', {
  headers: { depth: word },
  responses: {
    200: text({ type: 'application/xml' }),
    // @refused at "412": 412 Precondition Failed answers a precondition (RFC 9110 §15.5.13): declare headers: { 'if-match': … } on the route [precondition-failed-needs-precondition]
    412: problem(),
  },
})
