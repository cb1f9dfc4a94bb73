/** For each rule that the compiler may speak: what it finds, where and in which words, and the same put right. */
import type { Law, MethodFacts, StatusFacts } from '../../src/registry/facts.js'
import { ordinaryMethod } from '../../src/registry/methods.js'
import { rfc9110 } from '../../src/registry/rfc9110.js'
import { ordinaryStatus } from '../../src/registry/statuses.js'
import type { Description, Pointer } from '../../src/rules/description.js'
import { type SampleResponse, type SampleRoute, sample } from './sample.js'

export interface Case {
  /** What is wrong, with the place and the words of each finding. */
  readonly wrong: readonly (readonly [Description, Pointer, string])[]
  /** What is right. */
  readonly right: readonly Description[]
}

const J: SampleResponse['content'] = { 'application/json': {} }
const some: SampleResponse = { content: J }
const none: SampleResponse = {}
const having = (...names: string[]): SampleResponse => ({ content: J, fields: Object.fromEntries(names.map((name) => [name, true])) })
const bare = (...names: string[]): SampleResponse => ({ fields: Object.fromEntries(names.map((name) => [name, true])) })
/** A route with one response. */
const one = (method: string, key: number | string, response: SampleResponse = some, more: Partial<SampleRoute> = {}): Description =>
  sample({ method, ...more, responses: { [key]: response } })
const openapi = (route: SampleRoute): Description => sample(route, { source: 'openapi' })
const at = (key: number | string): Pointer => ['r0', 'responses', String(key)]

const own = (added: { methods?: Record<string, Partial<MethodFacts>>; statuses?: Record<number, Partial<StatusFacts>> }): Law => ({
  ...rfc9110,
  methods: {
    ...rfc9110.methods,
    ...Object.fromEntries(
      Object.entries(added.methods ?? {}).map(([name, row]) => [
        name,
        { ...ordinaryMethod, cite: 'RFC 9110 §9', safe: false, idempotent: false, purpose: '', example: '', ...row },
      ]),
    ),
  },
  statuses: {
    ...rfc9110.statuses,
    ...Object.fromEntries(
      Object.entries(added.statuses ?? {}).map(([code, row]) => [
        code,
        { ...ordinaryStatus, phrase: 'Own', class: 'successful', cite: 'RFC 9110 §15.3', purpose: '', ...row },
      ]),
    ),
  },
})

/** The one case of a field that a status should or must send. */
const field = (method: string, status: number, name: string, words: string, more: Partial<SampleRoute> = {}, must = true): Case => ({
  wrong: [
    [one(method, status, some, more), at(status), words],
    ...(must ? [[one(method, status, { content: J, fields: { [name]: false } }, more), at(status), words] as const] : []),
  ],
  right: [
    one(method, status, having(name), more),
    sample({ method, ...more, responses: { [status]: { content: J, fields: { [name]: {} } } } }, { source: 'openapi' }),
    one(method, status >= 500 ? 500 : 299, some, more),
  ],
})

/** The one case of a status that wants a condition. */
const condition = (method: string, status: number, words: string, stated: Partial<SampleRoute>, odd?: string): Case => ({
  wrong: [[one(method, status), at(status), words]],
  right: [one(method, status, some, stated), ...(odd ? [one(odd, status)] : [])],
})

export const cases: Readonly<Record<string, Case>> = {
  'no-content-1xx': {
    wrong: [
      [one('GET', 103), at(103), '103 Early Hints carries no content'],
      [one('GET', '1xx'), at('1xx'), '1xx carries no content'],
      [one('GET', 199), at(199), '199 carries no content'],
    ],
    right: [one('GET', 103, bare('link')), one('GET', '2xx'), one('GET', 'default')],
  },
  'no-content-204': {
    wrong: [[one('DELETE', 204), at(204), '204 No Content carries no content']],
    right: [one('DELETE', 204, none), one('DELETE', 200), one('DELETE', '2xx')],
  },
  'no-content-205': {
    wrong: [[one('POST', 205), at(205), '205 Reset Content carries no content']],
    right: [one('POST', 205, none)],
  },
  'no-content-304': {
    wrong: [[one('GET', 304), at(304), '304 Not Modified carries no content']],
    right: [one('GET', 304, bare('etag'))],
  },
  'no-content-head': {
    wrong: [
      [one('HEAD', 404), at(404), '404 Not Found to HEAD carries no content'],
      [one('HEAD', 'default'), at('default'), 'default to HEAD carries no content'],
    ],
    // The status speaks for itself where it has no content anyway.
    right: [one('HEAD', 404, none), one('HEAD', 204), one('GET', 404)],
  },
  'no-content-connect-2xx': {
    wrong: [
      [one('CONNECT', 200), at(200), '200 OK to CONNECT opens the tunnel and carries no content'],
      [one('CONNECT', '2xx'), at('2xx'), '2xx to CONNECT opens the tunnel and carries no content'],
    ],
    right: [one('CONNECT', 200, none), one('CONNECT', 403), one('CONNECT', 'default')],
  },
  'no-content-length-1xx-204': {
    wrong: [
      [
        one('DELETE', 204, bare('content-length')),
        [...at(204), 'headers', 'content-length'],
        '204 No Content must not send Content-Length',
      ],
      [one('GET', 103, bare('Content-Length')), [...at(103), 'headers', 'Content-Length'], '103 Early Hints must not send Content-Length'],
    ],
    right: [one('DELETE', 204, none), one('GET', 200, having('content-length'))],
  },
  'trace-no-request-content': {
    wrong: [
      [sample({ method: 'TRACE', body: {} }), ['r0', 'body'], 'TRACE requests carry no content'],
      [openapi({ method: 'TRACE', body: {} }), ['paths', '/todos', 'trace', 'requestBody'], 'TRACE requests carry no content'],
    ],
    right: [sample({ method: 'TRACE' })],
  },
  'connect-no-request-content': {
    wrong: [[sample({ method: 'CONNECT', body: {} }), ['r0', 'body'], 'CONNECT requests carry no content']],
    right: [sample({ method: 'CONNECT' })],
  },
  'get-content-discouraged': {
    wrong: [[sample({ method: 'GET', body: {} }), ['r0', 'body'], 'GET content has no defined meaning']],
    right: [sample({ method: 'GET' }), sample({ method: 'POST', body: {} }), sample({ method: 'QUERY', body: {} })],
  },
  'head-content-discouraged': {
    wrong: [[sample({ method: 'HEAD', body: {} }), ['r0', 'body'], 'HEAD content has no defined meaning']],
    right: [sample({ method: 'HEAD' })],
  },
  'delete-content-discouraged': {
    wrong: [[sample({ method: 'DELETE', body: {} }), ['r0', 'body'], 'DELETE content has no defined meaning']],
    right: [sample({ method: 'DELETE' })],
  },
  'origin-no-reliance-on-undefined-content': {
    wrong: [[sample({ method: 'COPY', body: {} }), ['r0', 'body'], 'COPY content has no defined meaning']],
    // GET, HEAD and DELETE have rules of their own.
    right: [sample({ method: 'COPY' }), ...['GET', 'HEAD', 'DELETE'].map((method) => sample({ method, body: {} }))],
  },
  'put-declares-content': {
    wrong: [[sample({ method: 'PUT' }), ['r0'], 'PUT stores what the request encloses, and nothing is declared']],
    right: [sample({ method: 'PUT', body: {} }), sample({ method: 'POST' })],
  },
  'patch-declares-content': {
    wrong: [[sample({ method: 'PATCH' }), ['r0'], 'PATCH declares no patch document']],
    right: [sample({ method: 'PATCH', body: {} })],
  },
  'query-declares-content': {
    wrong: [[sample({ method: 'QUERY' }), ['r0'], 'QUERY declares no content, which is where the query stands']],
    right: [sample({ method: 'QUERY', body: {} })],
  },
  'allow-required-405': field('PUT', 405, 'allow', '405 Method Not Allowed must send Allow'),
  'www-authenticate-401': field('GET', 401, 'WWW-Authenticate', '401 Unauthorized must send WWW-Authenticate'),
  'proxy-authenticate-407': field('GET', 407, 'proxy-authenticate', '407 Proxy Authentication Required must send Proxy-Authenticate'),
  'upgrade-426': field('GET', 426, 'upgrade', '426 Upgrade Required must send Upgrade'),
  'upgrade-101': field('GET', 101, 'upgrade', '101 Switching Protocols must send Upgrade'),
  'content-range-or-multipart-206': {
    ...field('GET', 206, 'content-range', '206 Partial Content needs Content-Range or multipart/byteranges'),
    right: [
      one('GET', 206, having('content-range')),
      one('GET', 206, { content: { 'multipart/byteranges': {} } }),
      // That it is impossible has been said; what it would carry is beside the point.
      one('POST', 206),
    ],
  },
  'content-range-416': field('GET', 416, 'content-range', '416 Range Not Satisfiable should send Content-Range', {}, false),
  'location-201-or-target': {
    ...field('PATCH', 201, 'location', '201 Created without Location names the target itself', {}, false),
    right: [
      one('PATCH', 201, having('location')),
      // PUT creates its target; POST has a rule of its own.
      one('PUT', 201),
      one('POST', 201),
    ],
  },
  'post-created-location': field('POST', 201, 'location', '201 Created to POST should send Location', {}, false),
  'location-on-redirect': field('GET', 301, 'location', '301 Moved Permanently should send Location', {}, false),
  'location-on-303': field('POST', 303, 'location', '303 See Other must send Location'),
  'accept-patch-415': field('PATCH', 415, 'accept-patch', '415 Unsupported Media Type to PATCH should send Accept-Patch', {}, false),
  'allow-on-options': field('OPTIONS', 204, 'allow', '204 No Content to OPTIONS should send Allow', {}, false),
  'put-created-201': {
    wrong: [
      [
        sample({ method: 'PUT', body: {}, responses: { 200: some, 404: some } }),
        ['r0', 'responses'],
        'PUT declares success without 201, which it must send when it creates',
      ],
    ],
    right: [
      sample({ method: 'PUT', responses: { 200: some, 201: some } }),
      sample({ method: 'PUT', responses: { '2xx': some } }),
      sample({ method: 'PUT', responses: { 404: some } }),
      sample({ method: 'POST', responses: { 200: some } }),
    ],
  },
  'put-replaced-200-or-204': {
    wrong: [[one('PUT', 205, none), at(205), 'PUT never answers 205 Reset Content']],
    right: [one('PUT', 204, none), one('POST', 205, none)],
  },
  'delete-success-statuses': {
    wrong: [[one('DELETE', 201), at(201), 'DELETE should not succeed with 201 Created']],
    right: [one('DELETE', 202), one('DELETE', 404), one('DELETE', '2xx'), one('POST', 201)],
  },
  'not-modified-only-conditional-get': {
    wrong: [[one('PUT', 304, none), at(304), 'PUT never answers 304 Not Modified']],
    right: [one('GET', 304, none), one('HEAD', 304, none), one('QUERY', 304, none)],
  },
  'post-never-206-304-416': {
    wrong: [206, 304, 416].map((code) => [
      one('POST', code, none),
      at(code),
      `POST never answers ${code} ${rfc9110.statuses[code as 206].phrase}`,
    ]),
    right: [one('POST', 200), one('GET', 206)],
  },
  'range-only-get-query': {
    wrong: [[one('HEAD', 206, none), at(206), 'HEAD never answers 206 Partial Content']],
    right: [one('GET', 206), one('QUERY', 416)],
  },
  'preconditions-ignored-connect-options-trace': {
    wrong: [
      [one('OPTIONS', 412), at(412), 'OPTIONS never answers 412 Precondition Failed'],
      [one('TRACE', 304, none), at(304), 'TRACE never answers 304 Not Modified'],
    ],
    right: [one('PUT', 412)],
  },
  'if-none-match-false-status': {
    wrong: [
      [
        sample(
          { method: 'STORE', responses: { 304: none } },
          { law: own({ methods: { STORE: { notModified: 'if-none-match-false-status' } } }) },
        ),
        at(304),
        'STORE never answers 304 Not Modified',
      ],
    ],
    right: [one('GET', 304, none), one('PUT', 412)],
  },
  'im-used-needs-a-im': {
    wrong: [
      [one('POST', 226), at(226), '226 IM Used answers a GET with A-IM, and carries ETag'],
      [one('GET', 226, having('etag')), at(226), '226 IM Used answers a GET with A-IM, and carries ETag'],
      [one('GET', 226, some, { headers: { 'a-im': true } }), at(226), '226 IM Used answers a GET with A-IM, and carries ETag'],
    ],
    right: [one('GET', 226, having('etag'), { headers: { 'a-im': true } })],
  },
  'contract-has-final-status': {
    wrong: [
      [one('GET', 103, none), ['r0', 'responses'], 'GET has no final response'],
      [sample({ method: 'GET', responses: {} }), ['r0', 'responses'], 'GET has no final response'],
      [openapi({ method: 'GET', responses: { 100: {} } }), ['paths', '/todos', 'get', 'responses'], 'GET has no final response'],
    ],
    right: [one('GET', 200), one('GET', 'default'), one('GET', '4xx'), openapi({ method: 'GET', responses: {} })],
  },
  'created-not-for-safe-methods': {
    wrong: [[one('GET', 201), at(201), '201 Created to GET, which asks for no change']],
    right: [one('POST', 201), one('GET', 200)],
  },
  'reset-not-for-retrieval': {
    wrong: [[one('QUERY', 205, none), at(205), '205 Reset Content to QUERY, which submitted no form']],
    right: [one('POST', 205, none)],
  },
  'content-judging-status-needs-content': {
    wrong: [[one('GET', 422), at(422), '422 Unprocessable Content judges request content, and none is declared']],
    right: [one('POST', 422, some, { body: {} }), one('GET', 400)],
  },
  'no-reserved-status': {
    wrong: [
      [one('GET', 418), at(418), '418 (Unused) is reserved and has no meaning'],
      [one('POST', 306), at(306), '306 (Unused) is reserved and has no meaning'],
    ],
    right: [one('GET', 404)],
  },
  'no-deprecated-status': {
    wrong: [[one('GET', 402), at(402), '402 Payment Required has no usable meaning any more']],
    right: [one('GET', 403)],
  },
  'already-reported-inside-207': {
    wrong: [[one('PROPFIND', 208), at(208), '208 Already Reported stands inside a 207, never for a whole response']],
    right: [one('PROPFIND', 207)],
  },
  'status-code-range': {
    wrong: [
      [one('GET', 600), at(600), '600 is not a status code'],
      [one('GET', '20'), at('20'), '20 is not a status code'],
      [one('GET', '6xx'), at('6xx'), '6xx is not a status code'],
      [one('GET', 'ok'), at('ok'), 'ok is not a status code'],
    ],
    right: [
      one('GET', 100),
      one('GET', 599),
      one('GET', '4XX'),
      one('GET', 'default'),
      openapi({ method: 'GET', responses: { ok: some } }),
    ],
  },
  'registered-status': {
    wrong: [[one('GET', 299), at(299), '299 is not a registered status']],
    right: [
      one('GET', 200),
      one('GET', '2xx'),
      one('GET', 600),
      sample({ method: 'GET', responses: { 299: some } }, { law: own({ statuses: { 299: {} } }) }),
    ],
  },
  'early-data-not-in-response': {
    wrong: [[one('GET', 200, having('early-data')), [...at(200), 'headers', 'early-data'], 'early-data is a request field']],
    right: [one('GET', 200, some, { headers: { 'early-data': true } })],
  },
  'method-token': {
    wrong: [[sample({ method: 'GET ALL' }), ['r0', 'method'], 'GET ALL is not a method name']],
    right: [sample({ method: 'VERSION-CONTROL' }), sample({ method: 'get' })],
  },
  'method-case-sensitive': {
    wrong: [[sample({ method: 'get' }), ['r0', 'method'], 'get is not a method: names are case-sensitive']],
    right: [sample({ method: 'GET' }), sample({ method: 'purge' })],
  },
  'registered-method': {
    wrong: [
      [sample({ method: 'PURGE' }), ['r0', 'method'], 'PURGE is not a method for applications'],
      [sample({ method: 'PRI' }), ['r0', 'method'], 'PRI is not a method for applications'],
      [sample({ method: 'constructor' }), ['r0', 'method'], 'constructor is not a method for applications'],
    ],
    right: [
      sample({ method: 'PATCH' }),
      sample({ method: 'get' }),
      sample({ method: 'GET ALL' }),
      sample({ method: 'PURGE' }, { law: own({ methods: { PURGE: {} } }) }),
    ],
  },
  'head-mirrors-get': {
    wrong: [
      [
        sample([
          { method: 'GET', responses: { 200: having('etag') } },
          { method: 'HEAD', responses: { 200: none } },
        ]),
        ['r1', 'responses', '200'],
        'HEAD does not mirror GET in 200 OK',
      ],
      [
        sample([
          { method: 'GET', responses: { 200: some, 404: some } },
          { method: 'HEAD', responses: { 200: none } },
        ]),
        ['r1', 'responses'],
        'HEAD does not mirror GET in 404 Not Found',
      ],
    ],
    right: [
      sample([
        { method: 'GET', responses: { 200: having('etag', 'content-length'), 206: having('content-range'), 404: some } },
        { method: 'HEAD', responses: { 200: bare('etag'), '4xx': none } },
      ]),
      sample({ method: 'HEAD', responses: { 200: none } }),
    ],
  },
  'patch-idempotent-claim-needs-basis': {
    wrong: [
      [sample({ method: 'PATCH', idempotent: true, body: {} }), ['r0', 'idempotent'], 'PATCH claims idempotence without basis'],
      [
        sample({ method: 'PATCH', idempotent: 'precondition', headers: { 'if-match': false } }),
        ['r0', 'idempotent'],
        'PATCH claims idempotence without basis',
      ],
      [
        sample({ method: 'PATCH', idempotent: 'value-setting', body: { 'application/json-patch+json': {} } }),
        ['r0', 'idempotent'],
        'PATCH claims idempotence without basis',
      ],
      [sample({ method: 'PUT', idempotent: true }), ['r0', 'idempotent'], 'PUT claims idempotence without basis'],
      [sample({ method: 'POST', idempotent: 'toString' }), ['r0', 'idempotent'], 'POST claims idempotence without basis'],
    ],
    right: [
      sample({ method: 'PATCH', idempotent: 'precondition', headers: { 'if-match': true } }),
      sample({ method: 'PUT', idempotent: 'precondition' }),
      sample({ method: 'PATCH', idempotent: 'value-setting', body: { 'application/merge-patch+json': {} } }),
      sample({ method: 'POST', idempotent: 'idempotency-key', headers: { 'idempotency-key': true } }),
      sample({ method: 'PATCH' }),
    ],
  },
  'connect-authority-form': {
    wrong: ['/tunnel', 'example.com', 'example.com:', 'example.com:70000', 'http://example.com:80'].map((path) => [
      sample({ method: 'CONNECT', path }),
      ['r0', 'path'],
      'CONNECT names a host and a port, not a path',
    ]),
    right: [
      sample({ method: 'CONNECT', path: 'example.com:443' }),
      sample({ method: 'CONNECT', path: '[::1]:8443' }),
      sample({ method: 'GET', path: '/tunnel' }),
    ],
  },
  'connect-not-a-path-route': {
    wrong: [[openapi({ method: 'CONNECT', path: '/tunnel' }), ['paths', '/tunnel', 'connect'], 'CONNECT has no path, and /tunnel is one']],
    right: [openapi({ method: 'GET' }), sample({ method: 'CONNECT', path: '/tunnel' })],
  },
  'asterisk-form-options-only': {
    wrong: [[sample({ method: 'GET', path: '*' }), ['r0', 'path'], 'GET cannot address the whole server with *']],
    right: [sample({ method: 'OPTIONS', path: '*' }), sample({ method: 'GET', path: '/*' })],
  },
  'trace-no-sensitive-fields': {
    wrong: [
      [
        sample({ method: 'TRACE', headers: { Authorization: true } }),
        ['r0', 'headers', 'Authorization'],
        'TRACE must not carry Authorization',
      ],
    ],
    right: [sample({ method: 'TRACE', headers: { 'max-forwards': true } }), sample({ method: 'GET', headers: { authorization: true } })],
  },
  'max-forwards-trace-options': {
    wrong: [
      [
        sample({ method: 'GET', headers: { 'max-forwards': true } }),
        ['r0', 'headers', 'max-forwards'],
        'GET gives max-forwards no meaning',
      ],
    ],
    right: [sample({ method: 'TRACE', headers: { 'max-forwards': true } })],
  },
  'responses-not-cacheable': {
    wrong: [
      [
        one('DELETE', 200, { fields: { 'cache-control': { examples: ['public, max-age=60'] } } }),
        [...at(200), 'headers', 'cache-control'],
        'DELETE responses are not cacheable, and 200 OK shows a lifetime',
      ],
    ],
    right: [
      one('DELETE', 200, { fields: { 'cache-control': { examples: ['no-store', 'max-age=0'] } } }),
      one('DELETE', 200, bare('cache-control')),
      one('GET', 200, { fields: { 'cache-control': { examples: ['max-age=60'] } } }),
    ],
  },
  'redirect-prefer-308-307-for-post': {
    wrong: [[one('POST', 301, bare('location')), at(301), '301 Moved Permanently may turn POST into GET']],
    right: [one('POST', 308), one('GET', 301)],
  },
  'expect-continue-needs-content': {
    wrong: [
      [
        sample({ method: 'GET', headers: { expect: { examples: ['100-continue'] } } }),
        ['r0', 'headers', 'expect'],
        'GET expects 100-continue and has no content',
      ],
    ],
    right: [
      sample({ method: 'PUT', headers: { expect: { examples: ['100-continue'] } }, body: {} }),
      // Any text may be another expectation, which a 417 may answer.
      sample({ method: 'GET', headers: { expect: true } }),
    ],
  },
  'field-name-token': {
    wrong: [
      [sample({ method: 'GET', headers: { 'x trace': true } }), ['r0', 'headers', 'x trace'], "'x trace' is not a field name"],
      [one('GET', 200, having('a:b')), [...at(200), 'headers', 'a:b'], "'a:b' is not a field name"],
    ],
    right: [sample({ method: 'GET', headers: { 'X-Trace_1': true } }), one('GET', 200, having('etag'))],
  },
  'problem-media-type': {
    wrong: [
      [
        one('GET', 404, { content: { 'application/json': { properties: { type: {}, title: {}, status: {}, detail: {} } } } }),
        at(404),
        '404 Not Found is a problem document sent as application/json',
      ],
      [
        one('GET', 'default', {
          content: { 'application/json; charset=utf-8': { properties: { type: {}, title: {}, status: {}, detail: {} } } },
        }),
        at('default'),
        'default is a problem document sent as application/json; charset=utf-8',
      ],
    ],
    right: [
      one('GET', 404, { content: { 'application/problem+json': { properties: { type: {}, title: {}, status: {}, detail: {} } } } }),
      one('GET', 404, { content: { 'application/json': { properties: { title: {}, status: {} } } } }),
      one('GET', 404, { content: { 'application/json': true } }),
      // A task, say.
      one('GET', 200, { content: { 'application/json': { properties: { type: {}, title: {}, status: {}, detail: {} } } } }),
    ],
  },
  'problem-only-on-errors': {
    wrong: [
      [one('GET', 200, { content: { 'application/problem+json': {} } }), at(200), '200 OK is no error and carries a problem document'],
    ],
    right: [
      one('GET', 404, { content: { 'application/problem+json': {} } }),
      one('GET', 'default', { content: { 'application/problem+json': {} } }),
    ],
  },
  'webdav-destination': {
    wrong: [
      [sample({ method: 'COPY' }), ['r0', 'headers'], 'COPY must send Destination'],
      [sample({ method: 'MOVE', headers: { destination: false } }), ['r0', 'headers'], 'MOVE must send Destination'],
    ],
    right: [sample({ method: 'COPY', headers: { Destination: true } })],
  },
  'webdav-depth-propfind': {
    wrong: [[sample({ method: 'PROPFIND' }), ['r0', 'headers'], 'PROPFIND must send Depth']],
    right: [sample({ method: 'PROPFIND', headers: { depth: true } })],
  },
  // Conditions
  'not-modified-needs-validator-condition': {
    wrong: [
      [sample({ method: 'GET', responses: { 200: some, 304: none } }), at(304), '304 Not Modified compares with a validator of the 200'],
      [
        sample({ method: 'GET', responses: { 304: bare('etag'), 404: having('etag') } }),
        at(304),
        '304 Not Modified compares with a validator of the 200',
      ],
    ],
    right: [
      sample({ method: 'GET', responses: { 200: having('ETag'), 304: none } }),
      sample({ method: 'GET', responses: { '2xx': having('last-modified'), 304: none } }),
      // Impossible for POST, which another rule says.
      sample({ method: 'POST', responses: { 200: some, 304: none } }),
    ],
  },
  'precondition-failed-needs-precondition': condition('PUT', 412, '412 Precondition Failed answers a precondition', {
    headers: { 'If-Unmodified-Since': false },
  }),
  'partial-needs-range': condition('GET', 206, '206 Partial Content answers a Range request', { headers: { range: false } }, 'POST'),
  'range-unsatisfiable-needs-range': condition('GET', 416, '416 Range Not Satisfiable answers a Range request', {
    headers: { range: true },
  }),
  'expectation-failed-needs-expect': condition('POST', 417, '417 Expectation Failed answers an Expect request', {
    headers: { expect: true },
  }),
  'continue-needs-expect': condition('PUT', 100, '100 Continue answers an Expect request', { headers: { expect: true } }, 'GET'),
  'upgrade-was-offered': condition(
    'GET',
    101,
    '101 Switching Protocols answers an Upgrade request',
    { headers: { upgrade: true } },
    'TRACE',
  ),
  'too-early-needs-early-data': condition(
    'POST',
    425,
    '425 Too Early answers an Early-Data request',
    { headers: { 'early-data': false } },
    'CONNECT',
  ),
  'misdirected-not-by-proxy': {
    wrong: [[one('GET', 421, some, { role: 'proxy' }), at(421), '421 Misdirected Request is never generated by a proxy']],
    right: [one('GET', 421), one('GET', 421, some, { role: 'gateway' })],
  },
  'proxy-only-407': condition('GET', 407, '407 Proxy Authentication Required is generated by proxies only', { role: 'proxy' }),
  'gateway-only-502-504': condition('GET', 504, '504 Gateway Timeout is about a server behind this one', { role: 'gateway' }),
  'transformed-203-proxy-only': condition(
    'GET',
    203,
    '203 Non-Authoritative Information is generated by proxies that changed a 200',
    { role: 'proxy' },
    'TRACE',
  ),
  'network-auth-511-not-origin': condition(
    'GET',
    511,
    '511 Network Authentication Required is generated by the network, not by an origin',
    { role: 'proxy' },
  ),
  'upload-resumption-needs-upload': condition(
    'PUT',
    104,
    '104 Upload Resumption Supported answers an upload',
    { headers: { 'upload-complete': true } },
    'GET',
  ),
  'variant-also-negotiates-needs-negotiate': condition(
    'GET',
    506,
    '506 Variant Also Negotiates answers transparent negotiation',
    { headers: { negotiate: true } },
    'POST',
  ),
  // Rows of one's own
  'content-never': {
    wrong: [
      [
        sample({ method: 'GET', responses: { 299: some } }, { law: own({ statuses: { 299: { content: 'never' } } }) }),
        at(299),
        '299 Own to GET carries no content',
      ],
      [
        sample({ method: 'PEEK', responses: { 200: some } }, { law: own({ methods: { PEEK: { answers: 'fields' } } }) }),
        at(200),
        '200 OK to PEEK carries no content',
      ],
    ],
    right: [
      sample({ method: 'GET', responses: { 299: none } }, { law: own({ statuses: { 299: { content: 'never' } } }) }),
      one('GET', 204),
    ],
  },
  'method-content-never': {
    wrong: [
      [sample({ method: 'LINK', body: {} }), ['r0', 'body'], 'LINK requests carry no content'],
      [
        sample({ method: 'PURGE', body: {} }, { law: own({ methods: { PURGE: { content: 'never' } } }) }),
        ['r0', 'body'],
        'PURGE requests carry no content',
      ],
    ],
    right: [sample({ method: 'LINK' }), sample({ method: 'TRACE', body: {} })],
  },
  'method-declares-content': {
    wrong: [
      [sample({ method: 'ACL' }), ['r0'], 'ACL declares no content'],
      [sample({ method: 'FUSE' }, { law: own({ methods: { FUSE: { content: 'expected' } } }) }), ['r0'], 'FUSE declares no content'],
    ],
    right: [sample({ method: 'ACL', body: {} }), sample({ method: 'PATCH' })],
  },
  'field-required': {
    wrong: [
      [
        sample(
          { method: 'GET', responses: { 299: some } },
          { law: own({ statuses: { 299: { requires: { 'x-why': 'field-required' } } } }) },
        ),
        at(299),
        '299 Own must send x-why',
      ],
    ],
    right: [
      sample(
        { method: 'GET', responses: { 299: having('X-Why') } },
        { law: own({ statuses: { 299: { requires: { 'x-why': 'field-required' } } } }) },
      ),
    ],
  },
  'field-forbidden': {
    wrong: [
      [
        sample(
          { method: 'GET', responses: { 299: having('location') } },
          { law: own({ statuses: { 299: { forbids: { location: 'field-forbidden' } } } }) },
        ),
        [...at(299), 'headers', 'location'],
        '299 Own must not send location',
      ],
    ],
    right: [
      sample(
        { method: 'GET', responses: { 299: some } },
        { law: own({ statuses: { 299: { forbids: { location: 'field-forbidden' } } } }) },
      ),
    ],
  },
  'condition-wanted': {
    wrong: [
      [
        sample(
          { method: 'GET', responses: { 299: some } },
          { law: own({ statuses: { 299: { wants: { rule: 'condition-wanted', fields: ['prefer'] } } } }) },
        ),
        at(299),
        '299 Own needs a condition that the route does not state',
      ],
    ],
    right: [
      sample(
        { method: 'GET', headers: { Prefer: true }, responses: { 299: some } },
        { law: own({ statuses: { 299: { wants: { rule: 'condition-wanted', fields: ['prefer'] } } } }) },
      ),
    ],
  },
  'odd-status': {
    wrong: [
      [one('OPTIONS', 202), at(202), '202 Accepted to OPTIONS: There is no work here that could be put off'],
      [one('GET', 428), at(428), '428 Precondition Required to GET: A request that changes nothing cannot lose an update'],
    ],
    right: [
      one('POST', 202),
      // Each has a rule of its own.
      one('GET', 402),
      one('GET', 201),
      one('DELETE', 205),
      one('GET', 422),
    ],
  },
  // Our own
  'unknown-key': {
    wrong: [[sample({ method: 'GET', unknownKeys: ['repsonses'] }), ['r0', 'repsonses'], 'repsonses is no key of a route']],
    right: [sample({ method: 'GET' }), sample({ method: 'GET', unknownKeys: [] })],
  },
  'path-form': {
    wrong: ['todos', '', '/todos?done=1', '/todos#top', '/my todos', '/todos/{id}', '/todos/[id]', '/todos/<id>', '/:id{[0-9]+}'].map(
      (path) => [sample({ method: 'GET', path }), ['r0', 'path'], 'GET binds to a path of URI characters starting with /'],
    ),
    right: [
      sample({ method: 'GET', path: '/' }),
      sample({ method: 'GET', path: '/todos/:id' }),
      sample({ method: 'GET', path: '/~a/b:c//:id.json/:ids[0]/*/%20/ü/' }),
      sample({ method: 'OPTIONS', path: '*' }),
      sample({ method: 'CONNECT', path: 'example.com:443' }),
    ],
  },
  'params-wrong': {
    wrong: [[sample({ method: 'GET', path: '/todos/:id', params: ['todoId'] }), ['r0', 'params'], 'params has todoId, the path has :id']],
    right: [sample({ method: 'GET', path: '/todos/:id', params: ['id'] }), sample({ method: 'GET', path: '/todos/:id' })],
  },
  'params-text': {
    wrong: [
      [
        sample({ method: 'GET', path: '/todos/:id', params: ['id'], textless: ['id'] }),
        ['r0', 'params'],
        'id is text in the path, and its schema takes none',
      ],
    ],
    right: [
      sample({ method: 'GET', path: '/todos/:id', params: ['id'] }),
      sample({ method: 'GET', path: '/todos/:id', params: ['page'], textless: ['page'] }),
    ],
  },
  'params-missing': {
    wrong: [[sample({ method: 'GET', path: '/:a/:b', params: ['b'] }), ['r0', 'params'], 'the path has :a, params has not']],
    right: [sample({ method: 'GET', path: '/:a/:b', params: ['b', 'a'] }), sample({ method: 'GET', path: '/:a', params: ['b'] })],
  },
  'params-extra': {
    wrong: [[sample({ method: 'GET', path: '/todos', params: ['id'] }), ['r0', 'params'], 'params has id, the path has not']],
    right: [sample({ method: 'GET', path: '/todos', params: [] }), sample({ method: 'GET', path: '/:a', params: ['b'] })],
  },
  'h2-lowercase-names': {
    wrong: [
      [
        sample({ method: 'GET', headers: { 'If-Match': true } }),
        ['r0', 'headers', 'If-Match'],
        'If-Match has capitals, and field names are lower case on the wire',
      ],
      [one('GET', 200, having('ETag')), [...at(200), 'headers', 'ETag'], 'ETag has capitals, and field names are lower case on the wire'],
    ],
    right: [one('GET', 200, having('etag')), openapi({ method: 'GET', responses: { 200: having('ETag') } })],
  },
  'waive-reason': {
    wrong: [
      [
        sample({ method: 'GET', waive: { 'www-authenticate-401': ' ' } }),
        ['r0', 'waive', 'www-authenticate-401'],
        'www-authenticate-401 is waived without a reason',
      ],
    ],
    right: [sample({ method: 'GET', waive: { 'www-authenticate-401': 'the gateway adds it' } })],
  },
  'waive-unknown-rule': {
    wrong: [
      [
        sample({ method: 'GET', unknownWaivers: ['www-authenticate'] }),
        ['r0', 'waive', 'www-authenticate'],
        "waive names 'www-authenticate', which is no rule",
      ],
    ],
    right: [sample({ method: 'GET' })],
  },
  'common-needs-route': {
    wrong: [
      [one('GET', 412, { content: J, common: true }), at(412), '412 Precondition Failed depends on the method or on a request field'],
    ],
    right: [one('GET', 412), one('GET', 500, { content: J, common: true })],
  },
  'idempotent-claim-redundant': {
    wrong: [[sample({ method: 'PUT', idempotent: 'value-setting' }), ['r0', 'idempotent'], 'PUT is idempotent already']],
    right: [sample({ method: 'PUT' }), sample({ method: 'PATCH', idempotent: 'value-setting' })],
  },
}
