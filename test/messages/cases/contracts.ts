/** Many routes: each mistake is said once and at its place, and a bad route leaves its neighbours as they are. */
import { contract, del, empty, get, head, json, patch, post, problem, put, type Content, type Empty, type Output, type Problem } from 'statute'
import { z } from 'zod'

const Todo = z.object({ id: z.string(), title: z.string() })
type Todo = z.infer<typeof Todo>
const word = z.string()

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const holds = <T extends true>(): T | undefined => undefined

// --- several mistakes -----------------------------------------------------------------------------------------------------------------------------------

const many = contract({
  list: get('/todos', { query: z.object({ q: word }), responses: { 200: json(z.array(Todo)) } }),
  read: get('/todos/:id', {
    // @refused at "params": params has todoId, the path has :id (Statute): rename todoId to id [params-wrong]
    params: z.object({ todoId: word }),
    // @refused at "body": GET content has no defined meaning (RFC 9110 §9.3.1): use query parameters, query() or post() [get-content-discouraged]
    body: json(Todo),
    headers: {
      // @refused at "'If-None-Match'": If-None-Match has capitals, and field names are lower case on the wire (RFC 9113 §8.2.1): write it in lower case [h2-lowercase-names]
      'If-None-Match': word,
    },
    // @refused at "rol": rol is no key of a route (Statute): use params, query, headers, body, responses, idempotent, role, waive or deprecated [unknown-key]
    rol: 'origin',
    responses: {
      200: json(Todo),
      // @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
      204: json(Todo),
      // @refused at "304": 304 Not Modified compares with a validator of the 200 (RFC 9110 §15.4.5): add headers: { etag: … } to its 200 [not-modified-needs-validator-condition]
      304: empty(),
      // @refused at "401": 401 Unauthorized must send WWW-Authenticate (RFC 9110 §15.5.2): add headers: { 'www-authenticate': … } [www-authenticate-401]
      401: problem(),
      404: problem(),
      // @refused at "499": 499 is not a registered status (RFC 9205 §4.6): use one, or add it: defineRegistry({ statuses: { 499: … } }) [registered-status]
      499: problem(),
      // @refused at "502": 502 Bad Gateway is about a server behind this one (RFC 9110 §15.6.3): use 500 or 503, or say role: 'gateway' [gateway-only-502-504]
      502: problem(),
    },
    waive: {
      // @refused at "nothing": waive names 'nothing', which is no rule (Statute): use an id that a message ends with, or remove it [waive-unknown-rule]
      nothing: 'at all',
    },
  }),
  // One status, one sentence: what is impossible is said before what is missing.
  create: post('/todos', {
    body: json(Todo),
    responses: {
      201: json(Todo),
      // @refused at "206": POST never answers 206 Partial Content (RFC 9110 §9.3.3): remove 206 [post-never-206-304-416]
      206: json(Todo),
    },
  }),
  group: {
    peek: head('/todos/:id', {
      responses: {
        200: empty({ headers: { etag: word } }),
        // @refused at "404": 404 Not Found to HEAD carries no content (RFC 9110 §9.3.2): use empty() [no-content-head]
        404: problem(),
      },
    }),
    // @refused at "{": PATCH declares no patch document (RFC 5789 §2): declare body with its type [patch-declares-content]
    rename: patch('/todos/:id', {
      responses: { 200: json(Todo) },
    }),
    remove: del('/todos/:id', { responses: { 204: empty(), 404: problem() } }),
  },
})

// The good ones are what they are, beside so much that is wrong.
holds<Same<(typeof many)['routes']['list']['method'], 'GET'>>()
holds<Same<(typeof many)['routes']['list']['path'], '/todos'>>()
holds<Same<Output<(typeof many)['routes']['list']['spec']['query']>, { q: string }>>()
holds<Same<Output<(typeof many)['routes']['list']['spec']['responses'][200]['schema']>, Todo[]>>()
holds<Same<keyof (typeof many)['routes']['group']['remove']['spec']['responses'], 204 | 404>>()
holds<Same<(typeof many)['routes']['group']['remove']['spec']['responses'][204], Empty<{}>>>()
holds<Same<Output<(typeof many)['routes']['group']['remove']['spec']['responses'][404]['schema']>, Problem>>()
// And a bad one keeps its own shape, so that whoever uses it gets no second error.
holds<Same<(typeof many)['routes']['create']['method'], 'POST'>>()
holds<Same<(typeof many)['routes']['create']['path'], '/todos'>>()
holds<Same<(typeof many)['routes']['create']['spec']['responses'][201], Content<typeof Todo, 'application/json', {}>>>()

// --- common responses -------------------------------------------------------------------------------------------------------------------------------------

contract(
  { list: get('/todos', { responses: { 200: json(Todo) } }) },
  {
    common: {
      // @refused at "401": 401 Unauthorized must send WWW-Authenticate (RFC 9110 §15.5.2): add headers: { 'www-authenticate': … } [www-authenticate-401]
      401: problem(),
      // @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
      204: json(Todo),
      // @refused at "304": 304 Not Modified depends on the method or on a request field (Statute): declare it on the routes that give it, not under common [common-needs-route]
      304: empty(),
      // @refused at "412": 412 Precondition Failed depends on the method or on a request field (Statute): declare it on the routes that give it, not under common [common-needs-route]
      412: problem(),
      // @refused at "418": 418 (Unused) is reserved and has no meaning (RFC 9110 §15.4.7): remove 418 [no-reserved-status]
      418: problem(),
      // @refused at "502": 502 Bad Gateway is about a server behind this one (RFC 9110 §15.6.3): use 500 or 503, or say role: 'gateway' [gateway-only-502-504]
      502: problem(),
      // @refused at "600": 600 is not a status code (RFC 9110 §15): use three digits, 100–599, a range such as 4xx, or default [status-code-range]
      600: problem(),
      500: problem(),
      '4xx': problem(),
    },
  },
)
// @accepted [common-needs-route]
contract(
  { list: get('/todos', { responses: { 200: json(Todo) } }) },
  { common: { 401: problem({ headers: { 'www-authenticate': word } }), 404: problem(), 500: problem(), 502: problem(), '5xx': problem() }, role: 'gateway' },
)

// --- contracts within contracts ------------------------------------------------------------------------------------------------------------------------------

const inner = contract({
  // @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
  bad: del('/todos/:id', { responses: { 204: json(Todo) } }),
  good: put('/todos/:id', { body: json(Todo), responses: { 204: empty() } }),
})
const outer = contract({ inner, list: get('/todos', { responses: { 200: json(Todo) } }) }, { common: { 500: problem() } })
holds<Same<(typeof outer)['routes']['inner']['routes']['good']['spec']['responses'][204], Empty<{}>>>()
holds<Same<keyof (typeof outer)['options']['common'], 500>>()
holds<Same<(typeof outer)['routes']['list']['spec']['responses'][200], Content<typeof Todo, 'application/json', {}>>>()

// --- values of the wrong kind -----------------------------------------------------------------------------------------------------------------------------------

// They get the compiler's own words, and what stands beside them is not blamed for them.
contract({
  status: get('/todos', {
    responses: {
      // @refused at "200": Type 'string' is not assignable to type 'Body | undefined'.
      200: 'a list of them',
      204: empty(),
      401: problem({ headers: { 'www-authenticate': word } }),
    },
  }),
  role: get('/todos', {
    // @refused at "role": Type '"prox"' is not assignable to type 'Role'. Did you mean '"proxy"'?
    role: 'prox',
    headers: { range: word },
    responses: { 200: json(Todo, { headers: { etag: word } }), 204: empty(), 304: empty(), 416: problem() },
  }),
  params: get('/todos/:id', {
    // @refused at "params": Type 'string' is not assignable to type 'Schema'.
    params: 'id',
    responses: { 200: json(Todo), 204: empty(), '4xx': problem() },
  }),
  summary: post('/todos', {
    // @refused at "summary": Type 'number' is not assignable to type 'string'.
    summary: 5,
    role: 'gateway',
    body: json(Todo),
    responses: { 201: json(Todo), 502: problem(), default: problem() },
  }),
  good: get('/todos', { responses: { 200: json(Todo), 204: empty() } }),
})
