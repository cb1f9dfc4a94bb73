/** Content and header fields of requests. */
import { bytes, del, empty, get, head, json, patch, post, problem, put, query, route, text, trace } from 'statute'
import { z } from 'zod'

const Todo = z.object({ id: z.string(), title: z.string() })
const word = z.string()

// --- content that has no meaning, or is forbidden -------------------------------------------------------------------------------------------

trace('/', {
  // @refused at "body": TRACE requests carry no content (RFC 9110 §9.3.8): remove body [trace-no-request-content]
  body: json(Todo),
  responses: { 200: text({ type: 'message/http' }) },
})
// @accepted [trace-no-request-content]
trace('/', { responses: { 200: text({ type: 'message/http' }) } })

route('CONNECT', 'example.com:443', {
  // @refused at "body": CONNECT requests carry no content (RFC 9110 §9.3.6): remove body [connect-no-request-content]
  body: json(Todo),
  responses: { 200: empty() },
})
// @accepted [connect-no-request-content]
route('CONNECT', 'example.com:443', { responses: { 200: empty() } })

get('/todos', {
  // @refused at "body": GET content has no defined meaning (RFC 9110 §9.3.1): use query parameters, query() or post() [get-content-discouraged]
  body: json(Todo),
  responses: { 200: json(Todo) },
})
// @refused at "body": GET content has no defined meaning (RFC 9110 §9.3.1): use query parameters, query() or post() [get-content-discouraged]
get('/todos', { body: Todo, responses: { 200: json(Todo) } })
// @accepted [get-content-discouraged]
get('/todos', { query: Todo, responses: { 200: json(Todo) } })
get('/todos', { body: empty(), responses: { 200: json(Todo) } })

head('/todos', {
  // @refused at "body": HEAD content has no defined meaning (RFC 9110 §9.3.2): remove body [head-content-discouraged]
  body: json(Todo),
  responses: { 200: empty() },
})
// @accepted [head-content-discouraged]
head('/todos', { query: Todo, responses: { 200: empty() } })

// DELETE and its kin are refused under a strict law only: see strict.ts.
del('/todos', { body: json(Todo), responses: { 204: empty() } })
route('COPY', '/todos', { headers: { destination: word }, body: json(Todo), responses: { 201: json(Todo) } })

// --- content that is missing ------------------------------------------------------------------------------------------------------------------

// @refused at "{": PATCH declares no patch document (RFC 5789 §2): declare body with its type [patch-declares-content]
patch('/todos/:id', {
  responses: { 200: json(Todo) },
})
// @refused at "{": PATCH declares no patch document (RFC 5789 §2): declare body with its type [patch-declares-content]
patch('/todos/:id', {
  body: empty(),
  responses: { 200: json(Todo) },
})
// @accepted [patch-declares-content]
patch('/todos/:id', { body: json(Todo, { type: 'application/merge-patch+json' }), responses: { 200: json(Todo) } })

// @refused at "{": QUERY declares no content, which is where the query stands (RFC 10008 §2): declare body, or use get() [query-declares-content]
query('/todos', {
  responses: { 200: json(Todo) },
})
// @accepted [query-declares-content]
query('/todos', { body: json(Todo), responses: { 200: json(Todo) } })

// @refused at "{": MERGE declares no content (RFC 3253 §11.2): declare body [method-declares-content]
route('MERGE', '/draft', {
  responses: { 200: json(Todo) },
})
// @accepted [method-declares-content]
route('MERGE', '/draft', { body: text({ type: 'application/xml' }), responses: { 200: json(Todo) } })

route('LINK', '/todos/:id', {
  // @refused at "body": LINK requests carry no content (RFC 2068 §19.6.1.2): remove body [method-content-never]
  body: json(Todo),
  responses: { 204: empty() },
})
// @accepted [method-content-never]
route('LINK', '/todos/:id', { headers: { link: word }, responses: { 204: empty() } })

// A PUT without content is advice, and POST may go without.
put('/todos/:id', { responses: { 204: empty() } })
post('/todos', { responses: { 202: empty() } })

// --- fields ---------------------------------------------------------------------------------------------------------------------------------------

trace('/', {
  headers: {
    // @refused at "authorization": TRACE must not carry authorization (RFC 9110 §9.3.8): remove it from headers [trace-no-sensitive-fields]
    authorization: word,
    // @refused at "cookie": TRACE must not carry cookie (RFC 9110 §9.3.8): remove it from headers [trace-no-sensitive-fields]
    cookie: word.optional(),
    'max-forwards': word,
  },
  responses: { 200: text({ type: 'message/http' }) },
})
// @accepted [trace-no-sensitive-fields]
trace('/', { headers: { 'max-forwards': word }, responses: { 200: text({ type: 'message/http' }) } })

// @refused at "expect": GET expects 100-continue and has no content (RFC 9110 §10.1.1): declare body, or drop expect [expect-continue-needs-content]
get('/todos', { headers: { expect: z.literal('100-continue') }, responses: { 200: json(Todo) } })
// @accepted [expect-continue-needs-content]
put('/film', { headers: { expect: z.literal('100-continue') }, body: bytes(), responses: { 204: empty() } })
// A field of any text may hold another expectation.
// @accepted [expect-continue-needs-content]
get('/todos', { headers: { expect: word }, responses: { 200: json(Todo), 417: problem() } })

get('/todos', {
  headers: {
    // @refused at "'x trace'": 'x trace' is not a field name (RFC 9110 §5.1): use letters, digits and - [field-name-token]
    'x trace': word,
    // @refused at "''": '' is not a field name (RFC 9110 §5.1): use letters, digits and - [field-name-token]
    '': word,
    // @refused at "'X-Trace'": X-Trace has capitals, and field names are lower case on the wire (RFC 9113 §8.2.1): write it in lower case [h2-lowercase-names]
    'X-Trace': word,
    'x-trace': word,
  },
  responses: { 200: json(Todo) },
})
// @accepted [field-name-token]
// @accepted [h2-lowercase-names]
get('/todos', { headers: { 'x-trace': word }, responses: { 200: json(Todo) } })

// @refused at "{": COPY must send Destination (RFC 4918 §9.8): add headers: { destination: … } [webdav-destination]
route('COPY', '/draft', {
  responses: { 201: empty() },
})
// @refused at "{": MOVE must send Destination (RFC 4918 §9.8): add headers: { destination: … } [webdav-destination]
route('MOVE', '/draft', {
  headers: Object.freeze({ depth: word }),
  responses: { 201: empty() },
})
// @accepted [webdav-destination]
route('COPY', '/draft', { headers: { destination: word }, responses: { 201: empty() } })

// @refused at "{": PROPFIND must send Depth (RFC 4918 §9.1): add headers: { depth: … } [webdav-depth-propfind]
route('PROPFIND', '/shelf', {
  responses: { 207: text({ type: 'application/xml' }) },
})
// @accepted [webdav-depth-propfind]
route('PROPFIND', '/shelf', { headers: { depth: z.enum(['0', '1']) }, responses: { 207: text({ type: 'application/xml' }) } })
