/** One declaration that each rule reports, with the words of the finding, and one that it accepts. */
import type { Description } from '../../src/rules/description.js'
import { json, type OperationSketch, problem, type ResponseSketch, type Sketch, sample } from './sample.js'

export interface Case {
  readonly bad: Description
  /** The finding's message; several where one rule speaks several times. */
  readonly says: string | readonly string[]
  readonly good: Description
}

const xml = { 'application/xml': {} }
const path = '/todos/{id}'

const route = (method: string, operation: OperationSketch, more: Partial<Description> = {}): Description =>
  sample({ [`${method} ${path}`]: operation }, more)

/** A GET whose 200, or another status, is the one given. */
const answer = (response: ResponseSketch, key = '200', operation: OperationSketch = {}, method = 'GET'): Description =>
  route(method, { ...operation, responses: { ...operation.responses, [key]: response } })

/** Values that a field shows: one that a rule reports, with its words, and one that it accepts. */
const response = (field: string, bad: unknown, says: string, good: unknown): Case => ({
  bad: answer({ content: json, fields: { [field]: [bad] } }),
  says,
  good: answer({ content: json, fields: { [field]: [good] } }),
})
const request = (field: string, bad: unknown, says: string, good: unknown): Case => ({
  bad: route('GET', { fields: { [field]: [bad] } }),
  says,
  good: route('GET', { fields: { [field]: [good] } }),
})
/** A status without content where some is called for. */
const silent = (key: string, says: string, method = 'PUT'): Case => ({
  bad: answer({}, key, {}, method),
  says,
  good: answer({ content: problem }, key, {}, method),
})
const lacking = (key: string, field: string, says: string): Case => ({
  bad: answer({ content: json }, key),
  says,
  good: answer({ content: json, fields: { [field]: [] } }, key),
})

const both = (sketch: Sketch, says: string | readonly string[], good: Sketch, more: Partial<Description> = {}): Case => ({
  bad: sample(sketch, more),
  says,
  good: sample(good, more),
})

const paths = (item: unknown) => ({ paths: { '/todos': item } })

export const cases: Readonly<Record<string, Case>> = {
  'content-length-grammar': response('Content-Length', '-1', 'Content-Length counts octets in digits, not -1', 42),
  'post-content-declared': {
    bad: route('POST', {}),
    says: 'POST /todos/{id} declares no request content',
    good: route('POST', { content: json }),
  },
  'error-content-explains': silent('404', '404 Not Found has no content that explains the error'),
  'choices-300-content': silent('300', '300 Multiple Choices has no content that lists the choices', 'GET'),
  'list-406-content': silent('406', '406 Not Acceptable has no content that lists what is available', 'GET'),
  'explain-409': silent('409', '409 Conflict has no content that shows the conflict'),
  'explain-428': silent('428', '428 Precondition Required has no content that says how to ask again'),
  'explain-429': silent('429', '429 Too Many Requests has no content that names the limit'),
  'explain-451': silent('451', '451 Unavailable For Legal Reasons has no content that explains the legal demand'),
  'explain-505': silent('505', '505 HTTP Version Not Supported has no content that names the versions supported'),
  'locked-precondition-code': silent('423', '423 Locked has no content with the code of the precondition'),
  'prefer-204-over-empty-200': {
    bad: answer({}, '200', {}, 'DELETE'),
    says: '200 OK to DELETE declares no content',
    good: answer({}, '204', {}, 'DELETE'),
  },
  'allow-matches-routes': both(
    { 'GET /todos': { responses: { 405: { fields: { Allow: ['GET'] } } } }, 'POST /todos': {} },
    'Allow says GET, but the routes are GET, POST',
    { 'GET /todos': { responses: { 405: { fields: { Allow: ['GET, HEAD, POST'] } } } }, 'POST /todos': {} },
  ),
  'content-range-206-single': {
    bad: answer({ content: { 'multipart/byteranges': {}, 'text/plain': {} } }, '206'),
    says: '206 Partial Content with a single part, text/plain, lacks Content-Range',
    good: answer({ content: { 'multipart/byteranges': {}, 'text/plain': {} }, fields: { 'Content-Range': [] } }, '206'),
  },
  'multipart-206-content-type': {
    bad: answer({ content: { 'multipart/mixed': {} } }, '206'),
    says: '206 Partial Content sends several parts as multipart/mixed',
    good: answer({ content: { 'multipart/byteranges': {} } }, '206'),
  },
  'no-content-range-multipart-206': {
    bad: answer({ content: { 'multipart/byteranges': {} }, fields: { 'Content-Range': [] } }, '206'),
    says: '206 Partial Content as multipart/byteranges has no Content-Range of its own',
    good: answer({ content: { 'text/plain': {} }, fields: { 'Content-Range': [] } }, '206'),
  },
  'partial-mirrors-200-fields': {
    bad: route('GET', { responses: { 200: { fields: { ETag: [], Vary: [] } }, 206: { fields: { Vary: [] } } } }),
    says: '206 Partial Content leaves out ETag, which the 200 has',
    good: route('GET', { responses: { 200: { fields: { ETag: [] } }, 206: { fields: { ETag: [] } } } }),
  },
  'partial-mirrors-representation-fields': {
    bad: route('GET', { responses: { 200: { fields: { 'Content-Language': [] } }, 206: {} } }),
    says: '206 Partial Content leaves out Content-Language, which the 200 has',
    good: route('GET', { fields: { 'If-Range': [] }, responses: { 200: { fields: { 'Content-Language': [] } }, 206: {} } }),
  },
  'not-modified-mirrors-200-fields': {
    bad: route('GET', { responses: { 200: { fields: { ETag: [], Expires: [] } }, 304: {} } }),
    says: '304 Not Modified leaves out ETag, Expires, which the 200 has',
    good: route('GET', { responses: { 200: { fields: { ETag: [] } }, 304: { fields: { ETag: [] } } } }),
  },
  'not-modified-minimal': {
    bad: answer({ fields: { 'Content-Language': [] } }, '304'),
    says: '304 Not Modified describes a representation that it does not send, by Content-Language',
    good: answer({ fields: { 'Last-Modified': [] } }, '304'),
  },
  'content-range-only-206-416': {
    bad: answer({ fields: { 'Content-Range': [] } }, '200'),
    says: '200 OK gives Content-Range no meaning',
    good: answer({ fields: { 'Content-Range': [] } }, '416'),
  },
  'accept-415': {
    bad: answer({ content: problem }, '415', { content: json }, 'POST'),
    says: '415 Unsupported Media Type does not say which media types are supported',
    good: answer({ content: problem, fields: { Accept: [] } }, '415', { content: json }, 'POST'),
  },
  'accept-encoding-415': {
    bad: answer({}, '415', { fields: { 'Content-Encoding': [] } }, 'POST'),
    says: '415 Unsupported Media Type does not say which content codings are supported',
    good: answer({ fields: { 'Accept-Encoding': [] } }, '415', { fields: { 'Content-Encoding': [] } }, 'POST'),
  },
  'retry-after-413': lacking('413', 'Retry-After', '413 Content Too Large should send Retry-After if the limit is temporary'),
  'retry-after-429': lacking('429', 'Retry-After', '429 Too Many Requests may send Retry-After'),
  'retry-after-503': lacking('503', 'Retry-After', '503 Service Unavailable may send Retry-After'),
  'blocked-by-451': lacking('451', 'Link', '451 Unavailable For Legal Reasons should send Link, to tell who blocks'),
  'location-300-preferred': lacking('300', 'Location', '300 Multiple Choices should send Location if it has a preferred choice'),
  'no-store-6585': {
    bad: answer({ fields: { 'Cache-Control': ['public, max-age=60'] } }, '429'),
    says: '429 Too Many Requests must not be stored, but Cache-Control says public, max-age=60',
    good: answer({ fields: { 'Cache-Control': ['no-store'] } }, '429'),
  },
  'validators-on-200-get': both(
    { 'GET /todos': { responses: { 200: {} } }, 'PUT /todos': { fields: { 'If-Match': [] } } },
    '200 OK to GET has no validator, but PUT takes If-Match',
    { 'GET /todos': { responses: { 200: { fields: { ETag: [] } } } }, 'PUT /todos': { fields: { 'If-Match': [] } } },
  ),
  'vary-when-negotiated': {
    bad: answer({ content: { ...json, ...xml }, fields: { Vary: ['Accept'] } }, '200', { fields: { 'accept-language': [] } }),
    says: '200 OK is chosen by Accept-Language, but Vary does not say so',
    good: answer({ content: { ...json, ...xml }, fields: { Vary: ['accept, Accept-Language'] } }, '200', {
      fields: { 'accept-language': [] },
    }),
  },
  'vary-on-prefer': {
    bad: answer({ content: json }, '200', { fields: { Prefer: [] } }),
    says: '200 OK depends on Prefer, but Vary does not say so',
    good: answer({ content: json, fields: { Vary: [] } }, '200', { fields: { Prefer: [] } }),
  },
  'conflict-for-state-change': {
    bad: answer({ content: problem }, '409'),
    says: '409 Conflict to GET, which asks for no change',
    good: answer({ content: problem }, '409', {}, 'PUT'),
  },
  'trace-reflects-request': {
    bad: answer({}, '204', {}, 'TRACE'),
    says: 'TRACE is answered by 204 No Content, which does not reflect the request',
    good: answer({ content: { 'message/http': {} } }, '200', {}, 'TRACE'),
  },
  'problem-status-matches': {
    bad: answer({ content: { 'application/problem+json': { schema: { properties: { status: { const: 404 } } } } } }, '400'),
    says: '400 Bad Request carries a problem whose status is 404',
    good: answer(
      {
        content: { 'application/problem+json': { schema: { properties: { status: { enum: [400, 404] } } }, examples: [{ status: 400 }] } },
      },
      '400',
    ),
  },
  'problem-member-types': {
    bad: answer({ content: { 'application/problem+json': { schema: { properties: { status: { type: 'string' } } } } } }, '400'),
    says: 'status of a problem is string',
    good: answer({ content: { 'application/problem+json': { schema: { properties: { status: { type: ['integer', 'null'] } } } } } }, '400'),
  },
  'deprecation-sf-date': response('Deprecation', true, 'Deprecation is @ and seconds since 1970, not true', '@1767225600'),
  'idempotency-key-missing-400': {
    bad: route('POST', { fields: { 'Idempotency-Key': { required: true } }, responses: { 201: {} } }),
    says: 'Idempotency-Key is required, but its lack has no 400',
    good: route('POST', { fields: { 'Idempotency-Key': { required: true } }, responses: { 201: {}, '4XX': {} } }),
  },
  'idempotency-key-reuse-422': {
    bad: route('POST', { fields: { 'Idempotency-Key': [] }, responses: { 201: {} } }),
    says: 'a reused Idempotency-Key has no 422',
    good: route('POST', { fields: { 'Idempotency-Key': [] }, responses: { 201: {}, 422: {} } }),
  },
  'idempotency-key-in-progress-409': {
    bad: route('POST', { fields: { 'Idempotency-Key': [] }, responses: { 201: {} } }),
    says: 'an Idempotency-Key in use has no 409',
    good: route('POST', { fields: { 'Idempotency-Key': [] }, responses: { 201: {}, default: {} } }),
  },
  'openapi-response-key': {
    bad: answer({}, '4xx'),
    says: '4xx is no key of responses',
    good: answer({}, '4XX'),
  },
  'openapi-at-least-one-response': {
    bad: route('GET', {}),
    says: 'GET /todos/{id} declares no response',
    good: answer({}),
  },
  'openapi-content-type-header-ignored': {
    bad: answer({ fields: { 'Content-Type': [] } }, '200', { fields: { Authorization: [] } }),
    says: ['OpenAPI ignores the declaration of Authorization', 'OpenAPI ignores the declaration of Content-Type'],
    good: answer({ fields: { 'Content-Language': [] } }, '200', { fields: { 'Accept-Language': [] } }),
  },
  'openapi-query-operation': {
    bad: sample({}, { version: '3.2.0', document: paths({ additionalOperations: { POST: {}, COPY: {} } }) }),
    says: 'additionalOperations POST is not where OpenAPI 3.2.0 has this operation',
    good: sample({}, { version: '3.2.0', document: paths({ query: {}, additionalOperations: { COPY: {} } }) }),
  },
  'path-param-undeclared': {
    bad: route('GET', { params: [] }),
    says: '/todos/{id} has {id}, which no parameter declares',
    good: route('GET', { params: ['id'] }),
  },
  'path-param-unused': {
    bad: route('GET', { params: ['id', 'todo'] }),
    says: '/todos/{id} has no {todo} that the parameter could fill',
    good: route('GET', { params: ['id'] }),
  },
  'path-templates-collide': both(
    { 'GET /todos/{id}': {}, 'PUT /todos/{name}': {}, 'DELETE /todos/{name}': {} },
    'PUT /todos/{name} has the same shape as GET /todos/{id}',
    { 'GET /todos/{id}': {}, 'PUT /todos/{id}': {}, 'DELETE /todos/by-name/{name}': {} },
  ),
  'path-form': both({ 'GET todos/{id}': {}, 'PUT todos/{id}': {} }, 'GET binds to a path of URI characters starting with /', {
    'GET /todos/{id}.{form}': {},
    'PUT /todos?done=true': {},
  }),
  'path-has-query-or-fragment': both(
    { 'GET /todos?done=true': {}, 'PUT /todos?done=true': {} },
    '/todos?done=true has a query in the path',
    { 'GET /todos': {} },
  ),
  'no-success-response': {
    bad: answer({}, '404'),
    says: 'GET /todos/{id} declares only failures',
    good: answer({}, '303'),
  },
  'secured-without-401': {
    bad: answer({}, '200', { secured: true }),
    says: 'GET /todos/{id} wants credentials, but has no 401',
    good: answer({}, 'default', { secured: true }),
  },
  'media-type-grammar': {
    bad: answer({ content: { json: {} } }, '200', { content: { 'text/': {} } }, 'POST'),
    says: ['text/ is not a media type', 'json is not a media type'],
    good: answer({ content: { 'text/*': {} } }, '200', { content: { 'application/vnd.api+json; charset="utf-8"': {} } }, 'POST'),
  },
  'no-content-length-connect-2xx': {
    bad: answer({ fields: { 'Content-Length': [] } }, '200', {}, 'CONNECT'),
    says: '200 OK to CONNECT opens a tunnel, which has no Content-Length',
    good: answer({ fields: { 'Content-Length': [] } }, '403', {}, 'CONNECT'),
  },
  'content-length-xor-transfer-encoding': {
    bad: answer({ fields: { 'Content-Length': [], 'Transfer-Encoding': [] } }),
    says: 'Content-Length stands beside Transfer-Encoding',
    good: answer({ fields: { 'Transfer-Encoding': [] } }),
  },
  'no-identity-content-encoding': response(
    'Content-Encoding',
    'gzip, Identity',
    'Content-Encoding names identity, which is no coding',
    'gzip',
  ),
  'connection-upgrade-option': {
    bad: answer({ fields: { Upgrade: [], Connection: ['keep-alive'] } }, '101'),
    says: 'Connection says keep-alive, which does not announce Upgrade',
    good: answer({ fields: { Upgrade: [], Connection: ['keep-alive, Upgrade'] } }, '101'),
  },
  'no-userinfo-in-uri': response(
    'Location',
    'https://me:pw@a.example/',
    'Location shows a user in a URI: https://me:pw@a.example/',
    'https://a.example/@me',
  ),
  'accept-patch-options': both(
    { 'OPTIONS /todos': { responses: { 204: {} } }, 'PATCH /todos': {} },
    '204 No Content to OPTIONS should send Accept-Patch, since /todos has PATCH',
    { 'OPTIONS /todos': { responses: { 204: {} } }, 'PUT /todos': {} },
  ),
  'retry-after-grammar': response(
    'Retry-After',
    1.5,
    'Retry-After is whole seconds or an HTTP-date, not 1.5',
    'Fri, 01 Jan 2027 00:00:00 GMT',
  ),
  'http-date-imf-fixdate': response(
    'Expires',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Expires is an HTTP-date, not Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 GMT',
  ),
  'sunset-http-date': response('Sunset', '2027-01-01', 'Sunset is an HTTP-date, not 2027-01-01', 'Fri, 01 Jan 2027 00:00:00 GMT'),
  'sunset-not-before-deprecation': {
    bad: answer({ fields: { Sunset: ['Fri, 01 Jan 2027 00:00:00 GMT'], Deprecation: ['@1830297600'] } }, '200', {
      deprecated: { since: '2027-01-01', sunset: '2026-01-01' },
    }),
    says: ['Sunset, 2026-01-01, comes before Deprecation', 'Sunset, Fri, 01 Jan 2027 00:00:00 GMT, comes before Deprecation'],
    good: answer({ fields: { Sunset: ['Fri, 01 Jan 2027 00:00:00 GMT'], Deprecation: ['@1767225600'] } }, '200', {
      deprecated: { since: '2026-01-01', sunset: '2027-01-01' },
    }),
  },
  'authentication-challenge-quoting': response(
    'WWW-Authenticate',
    'Basic realm=x',
    'WWW-Authenticate shows a realm without quotes: Basic realm=x',
    'Basic realm="x"',
  ),
  'early-data-value': request('Early-Data', 0, 'Early-Data is 1, not 0', 1),
  'if-range-needs-range': {
    bad: route('GET', { fields: { 'If-Range': [] } }),
    says: 'GET /todos/{id} takes If-Range, but not Range',
    good: route('GET', { fields: { 'If-Range': [], Range: [] } }),
  },
  'if-range-no-weak-etag': request('If-Range', 'W/"1"', 'If-Range shows a weak entity tag, W/"1"', '"1"'),
  'if-match-star-alone': request('If-Match', '*, "a"', 'If-Match shows * among entity tags: *, "a"', '"a", "*,b"'),
  'etag-grammar': response('ETag', 'v1', 'ETag is a tag in double quotes, not v1', 'W/"v1"'),
  'patch-conditional-request': {
    bad: route('PATCH', { content: { 'application/json-patch+json': {} } }),
    says: 'PATCH /todos/{id} takes application/json-patch+json, but not If-Match',
    good: route('PATCH', { content: { 'application/merge-patch+json': {} } }),
  },
  'patch-malformed-400': {
    bad: answer({}, '200', { content: json }, 'PATCH'),
    says: 'PATCH /todos/{id} has no 400 for a malformed patch document',
    good: answer({}, '400', { content: json }, 'PATCH'),
  },
  'query-unsupported-type-415': {
    bad: answer({}, '200', { content: json }, 'QUERY'),
    says: 'QUERY /todos/{id} has no 415 for a format it does not take',
    good: answer({}, '415', { content: json }, 'QUERY'),
  },
  'post-cacheable-conditions': {
    bad: answer({ fields: { 'Cache-Control': ['max-age=60'] } }, '200', {}, 'POST'),
    says: '200 OK to POST says max-age=60, but has no Content-Location',
    good: answer({ fields: { 'Cache-Control': ['max-age=60'], 'Content-Location': [] } }, '200', {}, 'POST'),
  },
  'if-modified-since-get-head': {
    bad: route('PUT', { fields: { 'If-Modified-Since': [] } }),
    says: 'PUT ignores If-Modified-Since',
    good: route('GET', { fields: { 'If-Modified-Since': [] } }),
  },
  'multistatus-body': {
    bad: answer({ content: json }, '207'),
    says: '207 Multi-Status carries application/json, not a multistatus in XML',
    good: answer({ content: xml }, '207'),
  },
  'field-value-no-ctl': response('X-Note', 'a\r\nb: c\n', 'X-Note shows a value with a line break or NUL: a\\r\\nb: c\\n', 'a%0Ab\n'),
  'singleton-not-repeated': {
    bad: answer({ fields: { ETag: { schema: { type: 'array' } } } }),
    says: 'ETag is declared as a list, but has one value',
    good: answer({ fields: { Allow: { schema: { type: 'array' } } } }),
  },
  'no-empty-list-elements': response('Allow', 'GET,,PUT', 'Allow shows a list with an empty member: GET,,PUT', 'GET, PUT'),
  'h2-no-connection-fields': {
    bad: answer({ fields: { 'Keep-Alive': [] } }),
    says: 'Keep-Alive cannot be sent over HTTP/2 or HTTP/3',
    good: answer({ fields: { Connection: [], Upgrade: [] } }, '101'),
  },
  'connection-no-end-to-end': response(
    'Connection',
    'close, Cache-Control',
    'Connection names cache-control, which is meant for the final recipient',
    'close, x-hop',
  ),
  'trailer-field-permitted': response(
    'Trailer',
    'Content-Type',
    'Trailer announces Content-Type, which belongs before the content',
    'Content-Digest',
  ),
  'qvalue-three-digits': request('Accept', 'a/b;q=0.3333', 'Accept shows a weight that is none: a/b;q=0.3333', 'a/b;q=0.333, */*; q=0'),
  'cache-directive-token-form': response(
    'Cache-Control',
    'max-age="60"',
    'Cache-Control shows max-age="60": seconds are digits without quotes',
    'private="set-cookie", max-age=60',
  ),
  'must-understand-with-no-store': response(
    'Cache-Control',
    'must-understand',
    'Cache-Control shows must-understand without no-store: must-understand',
    'must-understand, no-store',
  ),
  'immutable-no-argument': response(
    'Cache-Control',
    'immutable=1',
    'Cache-Control gives immutable an argument: immutable=1',
    'max-age=9, immutable',
  ),
  'link-rel-present': response(
    'Link',
    '</a>; rel=next, </b>',
    'Link shows a link without a relation: </a>; rel=next, </b>',
    '</a>; title="x"; rel=next, </b>; rel="prev"',
  ),
  'hsts-max-age': response(
    'Strict-Transport-Security',
    'includeSubDomains',
    'Strict-Transport-Security has max-age once, not includeSubDomains',
    'max-age=0; preload',
  ),
  'preference-applied-only-when-prefer': {
    bad: answer({ fields: { 'Preference-Applied': [] } }),
    says: '200 OK sends Preference-Applied, but GET takes no Prefer',
    good: answer({ fields: { 'Preference-Applied': [] } }, '200', { fields: { Prefer: [] } }),
  },
  'idempotency-key-string': request('Idempotency-Key', '8e03', 'Idempotency-Key is a string in double quotes, not 8e03', '"8e03"'),
  'accept-query-sf-list': response(
    'Accept-Query',
    'a/b;c=d e',
    'Accept-Query is a list of media types as Structured Fields, not a/b;c=d e',
    '"a/b", c/d;e="f"',
  ),
  'digest-fields-sf-dictionary': response(
    'Content-Digest',
    'sha-256=YWJj',
    'Content-Digest is a dictionary of byte sequences, not sha-256=YWJj',
    'sha-256=:YWJj:, sha-512=:YWI=:',
  ),
  'webdav-lock-token': {
    bad: answer({ content: xml }, '201', {}, 'LOCK'),
    says: '201 Created to LOCK must send Lock-Token',
    good: answer({ content: xml, fields: { 'Lock-Token': [] } }, '201', {}, 'LOCK'),
  },
}
