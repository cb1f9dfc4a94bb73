/** Which statuses answer which methods, and under which conditions. */
import { bytes, del, empty, get, head, json, options, patch, post, problem, put, query, route, text, trace } from 'statute'
import { z } from 'zod'

const Todo = z.object({ id: z.string(), title: z.string() })
const word = z.string()

// --- never for this method -------------------------------------------------------------------------------------------------------------------------

put('/todos/:id', {
  body: json(Todo),
  responses: {
    204: empty(),
    // @refused at "205": PUT never answers 205 Reset Content (RFC 9110 §9.3.4): use 200 or 204 for what was replaced, 201 for what was created [put-replaced-200-or-204]
    205: empty(),
  },
})
// @accepted [put-replaced-200-or-204]
put('/todos/:id', { body: json(Todo), responses: { 201: json(Todo), 200: json(Todo), 204: empty() } })

put('/todos/:id', {
  body: json(Todo),
  responses: {
    204: empty(),
    // @refused at "304": PUT never answers 304 Not Modified (RFC 9110 §15.4.5): use 412 for a precondition that failed [not-modified-only-conditional-get]
    304: empty(),
  },
})
del('/todos/:id', {
  responses: {
    204: empty(),
    // @refused at "304": DELETE never answers 304 Not Modified (RFC 9110 §15.4.5): use 412 for a precondition that failed [not-modified-only-conditional-get]
    304: empty(),
  },
})
// @accepted [not-modified-only-conditional-get]
head('/todos/:id', { responses: { 200: empty({ headers: { 'last-modified': word } }), 304: empty() } })
// @accepted [not-modified-only-conditional-get]
query('/todos', { body: json(Todo), responses: { 200: json(Todo, { headers: { etag: word } }), 304: empty() } })

post('/reports', {
  headers: { range: word, 'if-none-match': word },
  body: json(Todo),
  responses: {
    200: json(Todo),
    // @refused at "206": POST never answers 206 Partial Content (RFC 9110 §9.3.3): remove 206 [post-never-206-304-416]
    206: bytes({ headers: { 'content-range': word } }),
    // @refused at "304": POST never answers 304 Not Modified (RFC 9110 §9.3.3): remove 304 [post-never-206-304-416]
    304: empty(),
    // @refused at "416": POST never answers 416 Range Not Satisfiable (RFC 9110 §9.3.3): remove 416 [post-never-206-304-416]
    416: problem(),
  },
})
// @accepted [post-never-206-304-416]
post('/reports', { body: json(Todo), responses: { 200: json(Todo) } })

head('/film', {
  headers: { range: word },
  responses: {
    200: empty(),
    // @refused at "206": HEAD never answers 206 Partial Content (RFC 9110 §14.2): remove 206, or use get() with headers: { range: … } [range-only-get-query]
    206: empty({ headers: { 'content-range': word } }),
  },
})
// @accepted [range-only-get-query]
get('/film', { headers: { range: word }, responses: { 206: bytes({ headers: { 'content-range': word } }), 416: problem() } })

options('/todos', {
  headers: { 'if-match': word },
  responses: {
    204: empty({ headers: { allow: word } }),
    // @refused at "412": OPTIONS never answers 412 Precondition Failed (RFC 9110 §13.2.1): remove 412: it ignores preconditions [preconditions-ignored-connect-options-trace]
    412: problem(),
  },
})
trace('/', {
  responses: {
    200: text({ type: 'message/http' }),
    // @refused at "304": TRACE never answers 304 Not Modified (RFC 9110 §13.2.1): remove 304: it ignores preconditions [preconditions-ignored-connect-options-trace]
    304: empty(),
  },
})
// @accepted [preconditions-ignored-connect-options-trace]
put('/todos/:id', { headers: { 'if-match': word }, body: json(Todo), responses: { 204: empty(), 412: problem() } })

post('/feed', {
  headers: { 'a-im': word },
  body: json(Todo),
  responses: {
    200: json(Todo),
    // @refused at "226": 226 IM Used answers a GET with A-IM, and carries ETag (RFC 3229 §10.4.1): use get() with headers: { 'a-im': … } and an etag [im-used-needs-a-im]
    226: json(Todo, { headers: { etag: word } }),
  },
})
get('/feed', {
  responses: {
    200: json(Todo),
    // @refused at "226": 226 IM Used answers a GET with A-IM, and carries ETag (RFC 3229 §10.4.1): use get() with headers: { 'a-im': … } and an etag [im-used-needs-a-im]
    226: json(Todo, { headers: { etag: word } }),
  },
})
get('/feed', {
  headers: { 'a-im': word },
  responses: {
    200: json(Todo),
    // @refused at "226": 226 IM Used answers a GET with A-IM, and carries ETag (RFC 3229 §10.4.1): use get() with headers: { 'a-im': … } and an etag [im-used-needs-a-im]
    226: json(Todo),
  },
})
// @accepted [im-used-needs-a-im]
get('/feed', { headers: { 'a-im': word }, responses: { 200: json(Todo), 226: json(Todo, { headers: { etag: word, im: word } }) } })

// --- never at all ------------------------------------------------------------------------------------------------------------------------------------

get('/coffee', {
  responses: {
    200: json(Todo),
    // @refused at "306": 306 (Unused) is reserved and has no meaning (RFC 9110 §15.4.7): remove 306 [no-reserved-status]
    306: empty(),
    // @refused at "418": 418 (Unused) is reserved and has no meaning (RFC 9110 §15.4.7): remove 418 [no-reserved-status]
    418: problem(),
  },
})
// @accepted [no-reserved-status]
get('/coffee', { responses: { 200: json(Todo), 503: problem() } })

route('PROPFIND', '/shelf', {
  headers: { depth: word },
  responses: {
    207: text({ type: 'application/xml' }),
    // @refused at "208": 208 Already Reported stands inside a 207, never for a whole response (RFC 5842 §7.1): use 207 and list it there [already-reported-inside-207]
    208: text({ type: 'application/xml' }),
  },
})
// @accepted [already-reported-inside-207]
route('PROPFIND', '/shelf', { headers: { depth: word }, responses: { 207: text({ type: 'application/xml' }) } })

// @refused at "responses": GET has no final response (RFC 9110 §15): declare a status of 200–599 [contract-has-final-status]
get('/todos', { responses: { 103: empty() } })
// @refused at "responses": GET has no final response (RFC 9110 §15): declare a status of 200–599 [contract-has-final-status]
get('/todos', { responses: { '1xx': empty() } })
// @refused at "responses": GET has no final response (RFC 9110 §15): declare a status of 200–599 [contract-has-final-status]
get('/todos', { responses: {} })
// @accepted [contract-has-final-status]
get('/todos', { responses: { 103: empty(), 200: json(Todo) } })
// @accepted [contract-has-final-status]
get('/todos', { responses: { '2xx': json(Todo) } })
// @accepted [contract-has-final-status]
get('/todos', { responses: { default: json(Todo) } })

get('/todos', {
  responses: {
    200: json(Todo),
    // @refused at "600": 600 is not a status code (RFC 9110 §15): use three digits, 100–599, a range such as 4xx, or default [status-code-range]
    600: problem(),
    // @refused at "99": 99 is not a status code (RFC 9110 §15): use three digits, 100–599, a range such as 4xx, or default [status-code-range]
    99: problem(),
    // @refused at "'4XX'": 4XX is not a status code (RFC 9110 §15): use three digits, 100–599, a range such as 4xx, or default [status-code-range]
    '4XX': problem(),
    // @refused at "'6xx'": 6xx is not a status code (RFC 9110 §15): use three digits, 100–599, a range such as 4xx, or default [status-code-range]
    '6xx': problem(),
    // @refused at "ok": ok is not a status code (RFC 9110 §15): use three digits, 100–599, a range such as 4xx, or default [status-code-range]
    ok: problem(),
  },
})
// @accepted [status-code-range]
get('/todos', { responses: { 200: json(Todo), '4xx': problem(), '5xx': problem(), default: problem() } })

get('/todos', {
  responses: {
    200: json(Todo),
    // @refused at "499": 499 is not a registered status (RFC 9205 §4.6): use one, or add it: defineRegistry({ statuses: { 499: … } }) [registered-status]
    499: problem(),
    // @refused at "'520'": 520 is not a registered status (RFC 9205 §4.6): use one, or add it: defineRegistry({ statuses: { 520: … } }) [registered-status]
    '520': problem(),
  },
})
// @accepted [registered-status]
get('/todos', { responses: { 200: json(Todo), 408: problem() } })

// --- conditions that the route states ------------------------------------------------------------------------------------------------------------------

post('/films', {
  body: bytes(),
  responses: {
    // @refused at "100": 100 Continue answers an Expect request (RFC 9110 §15.2.1): declare headers: { expect: … } on the route [continue-needs-expect]
    100: empty(),
    201: json(Todo),
    // @refused at "417": 417 Expectation Failed answers an Expect request (RFC 9110 §15.5.18): declare headers: { expect: … } on the route [expectation-failed-needs-expect]
    417: problem(),
  },
})
// @accepted [continue-needs-expect]
// @accepted [expectation-failed-needs-expect]
post('/films', { headers: { expect: word.optional() }, body: bytes(), responses: { 100: empty(), 201: json(Todo), 417: problem() } })
// Where waiting makes no sense the condition is not asked for: `check` reports the oddity.
// @accepted [continue-needs-expect]
get('/films', { responses: { 100: empty(), 200: json(Todo) } })

get('/socket', {
  responses: {
    // @refused at "101": 101 Switching Protocols answers an Upgrade request (RFC 9110 §7.8): declare headers: { upgrade: … } on the route [upgrade-was-offered]
    101: empty({ headers: { upgrade: word } }),
    200: json(Todo),
  },
})
// @accepted [upgrade-was-offered]
get('/socket', { headers: { upgrade: word }, responses: { 101: empty({ headers: { upgrade: word } }), 200: json(Todo) } })

post('/films', {
  body: bytes(),
  responses: {
    // @refused at "104": 104 Upload Resumption Supported answers an upload (draft-ietf-httpbis-resumable-upload): declare 'upload-complete' in headers [upload-resumption-needs-upload]
    104: empty(),
    201: json(Todo),
  },
})
// @accepted [upload-resumption-needs-upload]
post('/films', { headers: { 'upload-complete': word }, body: bytes(), responses: { 104: empty(), 201: json(Todo) } })

get('/film', {
  responses: {
    200: bytes(),
    // @refused at "206": 206 Partial Content answers a Range request (RFC 9110 §15.3.7): declare headers: { range: … } on the route [partial-needs-range]
    206: bytes({ headers: { 'content-range': word } }),
    // @refused at "416": 416 Range Not Satisfiable answers a Range request (RFC 9110 §15.5.17): declare headers: { range: … } on the route [range-unsatisfiable-needs-range]
    416: problem(),
  },
})
// @accepted [partial-needs-range]
// @accepted [range-unsatisfiable-needs-range]
get('/film', { headers: { range: word.optional() }, responses: { 206: bytes({ headers: { 'content-range': word } }), 416: problem() } })

get('/todos/:id', {
  responses: {
    200: json(Todo),
    // @refused at "304": 304 Not Modified compares with a validator of the 200 (RFC 9110 §15.4.5): add headers: { etag: … } to its 200 [not-modified-needs-validator-condition]
    304: empty(),
  },
})
// @accepted [not-modified-needs-validator-condition]
get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'last-modified': word } }), 304: empty() } })

patch('/todos/:id', {
  body: json(Todo),
  responses: {
    200: json(Todo),
    // @refused at "412": 412 Precondition Failed answers a precondition (RFC 9110 §15.5.13): declare headers: { 'if-match': … } on the route [precondition-failed-needs-precondition]
    412: problem(),
  },
})
// @accepted [precondition-failed-needs-precondition]
patch('/todos/:id', { headers: { 'if-unmodified-since': word }, body: json(Todo), responses: { 200: json(Todo), 412: problem() } })

get('/todos', {
  responses: {
    200: json(Todo),
    // @refused at "425": 425 Too Early answers an Early-Data request (RFC 8470 §5.2): declare headers: { 'early-data': … } on the route [too-early-needs-early-data]
    425: problem(),
    // @refused at "506": 506 Variant Also Negotiates answers transparent negotiation (RFC 2295 §8.1): declare negotiate in headers [variant-also-negotiates-needs-negotiate]
    506: problem(),
  },
})
// @accepted [too-early-needs-early-data]
// @accepted [variant-also-negotiates-needs-negotiate]
get('/todos', { headers: { 'early-data': word, negotiate: word }, responses: { 200: json(Todo), 425: problem(), 506: problem() } })

// --- roles ---------------------------------------------------------------------------------------------------------------------------------------------

get('/via', {
  responses: {
    200: json(Todo),
    // @refused at "203": 203 Non-Authoritative Information is generated by proxies that changed a 200 (RFC 9110 §15.3.4): use 200, or say role: 'proxy' [transformed-203-proxy-only]
    203: json(Todo),
    // @refused at "407": 407 Proxy Authentication Required is generated by proxies only (RFC 9110 §15.5.8): use 401, or say role: 'proxy' [proxy-only-407]
    407: problem({ headers: { 'proxy-authenticate': word } }),
    // @refused at "502": 502 Bad Gateway is about a server behind this one (RFC 9110 §15.6.3): use 500 or 503, or say role: 'gateway' [gateway-only-502-504]
    502: problem(),
    // @refused at "504": 504 Gateway Timeout is about a server behind this one (RFC 9110 §15.6.3): use 500 or 503, or say role: 'gateway' [gateway-only-502-504]
    504: problem(),
    // @refused at "511": 511 Network Authentication Required is generated by the network, not by an origin (RFC 6585 §6): use 401, or say role: 'proxy' [network-auth-511-not-origin]
    511: problem(),
  },
})
// @accepted [transformed-203-proxy-only]
// @accepted [proxy-only-407]
// @accepted [gateway-only-502-504]
// @accepted [network-auth-511-not-origin]
get('/via', {
  role: 'proxy',
  responses: { 203: json(Todo), 407: problem({ headers: { 'proxy-authenticate': word } }), 502: problem(), 504: problem(), 511: problem() },
})
// @accepted [gateway-only-502-504]
get('/via', { role: 'gateway', responses: { 200: json(Todo), 421: problem(), 502: problem(), 504: problem() } })

get('/via', {
  role: 'proxy',
  responses: {
    200: json(Todo),
    // @refused at "421": 421 Misdirected Request is never generated by a proxy (RFC 9110 §15.5.20): remove it, or say role: 'gateway' [misdirected-not-by-proxy]
    421: problem(),
  },
})
// @accepted [misdirected-not-by-proxy]
get('/via', { responses: { 200: json(Todo), 421: problem() } })

get('/via', {
  // @refused at "role": Type '"prox"' is not assignable to type 'Role'. Did you mean '"proxy"'?
  role: 'prox',
  responses: { 200: json(Todo) },
})
