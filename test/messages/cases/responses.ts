/** Content and header fields of responses. */
import { bytes, del, empty, form, get, head, json, media, multipart, options, post, problem, put, query, route, text } from 'statute'
import { z } from 'zod'

const Todo = z.object({ id: z.string(), title: z.string() })
const word = z.string()

// --- content where there is none ----------------------------------------------------------------------------------------------------

get('/todos', {
  responses: {
    // @refused at "103": 103 Early Hints carries no content (RFC 9110 §15.2): use empty() [no-content-1xx]
    103: json(Todo),
    200: json(Todo),
  },
})
get('/todos', {
  responses: {
    // @refused at "102": 102 Processing carries no content (RFC 9110 §15.2): use empty() [no-content-1xx]
    102: Todo,
    // @refused at "'1xx'": 1xx carries no content (RFC 9110 §15.2): use empty() [no-content-1xx]
    '1xx': text(),
    200: json(Todo),
  },
})
// @accepted [no-content-1xx]
get('/todos', { responses: { 103: empty({ headers: { link: word } }), '1xx': empty(), 200: json(Todo) } })

del('/todos/:id', {
  responses: {
    // @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
    204: json(Todo),
  },
})
// Whatever the content is, and however it is written.
// @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
del('/todos/:id', { responses: { 204: Todo } })
// @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
del('/todos/:id', { responses: { 204: text() } })
// @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
del('/todos/:id', { responses: { 204: bytes() } })
// @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
del('/todos/:id', { responses: { 204: form(Todo) } })
// @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
del('/todos/:id', { responses: { 204: multipart(Todo) } })
// @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
del('/todos/:id', { responses: { 204: problem() } })
// @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
del('/todos/:id', { responses: { 204: media({ 'application/json': Todo, 'text/csv': word }) } })
// @accepted [no-content-204]
del('/todos/:id', { responses: { 204: empty() } })
// @accepted [no-content-204]
del('/todos/:id', { responses: { 204: empty({ headers: { etag: word } }) } })

post('/forms', {
  body: form(Todo),
  responses: {
    // @refused at "205": 205 Reset Content carries no content (RFC 9110 §15.3.6): use empty() [no-content-205]
    205: text(),
  },
})
// @accepted [no-content-205]
post('/forms', { body: form(Todo), responses: { 205: empty() } })

get('/todos/:id', {
  responses: {
    200: json(Todo, { headers: { etag: word } }),
    // @refused at "304": 304 Not Modified carries no content (RFC 9110 §15.4.5): use empty() [no-content-304]
    304: json(Todo),
  },
})
// @accepted [no-content-304]
get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: word } }), 304: empty() } })

head('/todos/:id', {
  responses: {
    // @refused at "200": 200 OK to HEAD carries no content (RFC 9110 §9.3.2): use empty() [no-content-head]
    200: json(Todo),
    // @refused at "404": 404 Not Found to HEAD carries no content (RFC 9110 §9.3.2): use empty() [no-content-head]
    404: problem(),
    // @refused at "'5xx'": 5xx to HEAD carries no content (RFC 9110 §9.3.2): use empty() [no-content-head]
    '5xx': problem(),
  },
})
// @accepted [no-content-head]
head('/todos/:id', { responses: { 200: empty({ headers: { etag: word } }), 404: empty() } })

route('CONNECT', 'example.com:443', {
  responses: {
    // @refused at "200": 200 OK to CONNECT opens the tunnel and carries no content (RFC 9110 §9.3.6): use empty() [no-content-connect-2xx]
    200: json(Todo),
    403: problem(),
  },
})
route('CONNECT', 'example.com:443', {
  responses: {
    // @refused at "'2xx'": 2xx to CONNECT opens the tunnel and carries no content (RFC 9110 §9.3.6): use empty() [no-content-connect-2xx]
    '2xx': json(Todo),
    // @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
    204: json(Todo),
  },
})
// @accepted [no-content-connect-2xx]
route('CONNECT', 'example.com:443', { responses: { 200: empty(), 403: problem() } })

// --- fields that must not be sent ------------------------------------------------------------------------------------------------------

del('/todos/:id', {
  responses: {
    // @refused at "204": 204 No Content must not send Content-Length (RFC 9110 §8.6): remove content-length from its headers [no-content-length-1xx-204]
    204: empty({ headers: { 'content-length': word } }),
  },
})
// @accepted [no-content-length-1xx-204]
get('/todos', { responses: { 103: empty({ headers: { link: word } }), 200: json(Todo, { headers: { 'content-length': word } }) } })

// @refused at "'early-data'": early-data is a request field (RFC 8470 §5.1): remove it from the response headers [early-data-not-in-response]
get('/todos', { responses: { 200: json(Todo, { headers: { 'early-data': word } }) } })
// @refused at "'early-data'": early-data is a request field (RFC 8470 §5.1): remove it from the response headers [early-data-not-in-response]
del('/todos/:id', { responses: { 204: empty({ headers: { 'early-data': word } }) } })
// @accepted [early-data-not-in-response]
get('/todos', { headers: { 'early-data': word.optional() }, responses: { 200: json(Todo), 425: problem() } })

// --- names of fields ---------------------------------------------------------------------------------------------------------------------

// @refused at "'x trace'": 'x trace' is not a field name (RFC 9110 §5.1): use letters, digits and - [field-name-token]
get('/todos', { responses: { 200: json(Todo, { headers: { 'x trace': word } }) } })
// @refused at "'x:trace'": 'x:trace' is not a field name (RFC 9110 §5.1): use letters, digits and - [field-name-token]
get('/todos', { responses: { 200: text({ headers: { 'x:trace': word } }) } })
// @refused at "'X-Trace'": X-Trace has capitals, and field names are lower case on the wire (RFC 9113 §8.2.1): write it in lower case [h2-lowercase-names]
get('/todos', { responses: { 200: json(Todo, { headers: { 'X-Trace': word } }) } })
// @refused at "ETag": ETag has capitals, and field names are lower case on the wire (RFC 9113 §8.2.1): write it in lower case [h2-lowercase-names]
get('/todos', { responses: { 200: problem({ headers: { ETag: word } }) } })
// @accepted [field-name-token]
// @accepted [h2-lowercase-names]
get('/todos', { responses: { 200: json(Todo, { headers: { 'x-trace': word, "it's_~a|token!": word } }) } })

// --- fields that must be sent ---------------------------------------------------------------------------------------------------------------

put('/todos', {
  body: json(Todo),
  responses: {
    204: empty(),
    // @refused at "405": 405 Method Not Allowed must send Allow (RFC 9110 §15.5.6): add headers: { allow: … } [allow-required-405]
    405: problem(),
  },
})
// @accepted [allow-required-405]
put('/todos', { body: json(Todo), responses: { 204: empty(), 405: problem({ headers: { allow: word } }) } })

get('/me', {
  responses: {
    200: json(Todo),
    // @refused at "401": 401 Unauthorized must send WWW-Authenticate (RFC 9110 §15.5.2): add headers: { 'www-authenticate': … } [www-authenticate-401]
    401: problem(),
  },
})
get('/me', {
  responses: {
    200: json(Todo),
    // A field that may be absent is not one that is sent.
    // @refused at "401": 401 Unauthorized must send WWW-Authenticate (RFC 9110 §15.5.2): add headers: { 'www-authenticate': … } [www-authenticate-401]
    401: problem({ headers: { 'www-authenticate': word.optional() } }),
  },
})
get('/me', {
  responses: {
    200: json(Todo),
    // A bare schema has no fields at all.
    // @refused at "401": 401 Unauthorized must send WWW-Authenticate (RFC 9110 §15.5.2): add headers: { 'www-authenticate': … } [www-authenticate-401]
    401: Todo,
  },
})
// @accepted [www-authenticate-401]
get('/me', { responses: { 200: json(Todo), 401: problem({ headers: { 'www-authenticate': word } }) } })
// @accepted [www-authenticate-401]
get('/me', { responses: { 200: json(Todo), 401: empty({ headers: { 'www-authenticate': z.literal('Bearer') } }) } })

get('/via', {
  role: 'proxy',
  responses: {
    200: json(Todo),
    // @refused at "407": 407 Proxy Authentication Required must send Proxy-Authenticate (RFC 9110 §15.5.8): add headers: { 'proxy-authenticate': … } [proxy-authenticate-407]
    407: problem(),
  },
})
// @accepted [proxy-authenticate-407]
get('/via', { role: 'proxy', responses: { 200: json(Todo), 407: problem({ headers: { 'proxy-authenticate': word } }) } })

get('/todos', {
  responses: {
    200: json(Todo),
    // @refused at "426": 426 Upgrade Required must send Upgrade (RFC 9110 §15.5.22): add headers: { upgrade: … } [upgrade-426]
    426: problem(),
  },
})
// @accepted [upgrade-426]
get('/todos', { responses: { 200: json(Todo), 426: problem({ headers: { upgrade: word } }) } })

get('/socket', {
  headers: { upgrade: word },
  responses: {
    // @refused at "101": 101 Switching Protocols must send Upgrade (RFC 9110 §15.2.2): add headers: { upgrade: … } [upgrade-101]
    101: empty(),
    200: json(Todo),
  },
})
// @accepted [upgrade-101]
get('/socket', { headers: { upgrade: word }, responses: { 101: empty({ headers: { upgrade: word } }), 200: json(Todo) } })

get('/film', {
  headers: { range: word },
  responses: {
    200: bytes(),
    // @refused at "206": 206 Partial Content needs Content-Range or multipart/byteranges (RFC 9110 §15.3.7): add headers: { 'content-range': … } [content-range-or-multipart-206]
    206: bytes(),
  },
})
// @accepted [content-range-or-multipart-206]
get('/film', { headers: { range: word }, responses: { 200: bytes(), 206: bytes({ headers: { 'content-range': word } }) } })
// @accepted [content-range-or-multipart-206]
query('/film', { headers: { range: word }, body: json(Todo), responses: { 206: bytes({ type: 'multipart/byteranges' }) } })

post('/todos', {
  body: json(Todo),
  responses: {
    // @refused at "303": 303 See Other must send Location (RFC 9110 §15.4.4): add headers: { location: … } [location-on-303]
    303: empty(),
  },
})
// @accepted [location-on-303]
post('/todos', { body: json(Todo), responses: { 303: empty({ headers: { location: word } }) } })

options('*', { responses: { 204: empty({ headers: { allow: word } }) } })
