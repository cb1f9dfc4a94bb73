import type { StatusFacts } from './facts.js'
import { each, notes, text } from './facts.js'
import { type Methods, methods } from './methods.js'

/** The columns of a status that has nothing special: where every row starts, and what an added row may leave out. */
export const ordinaryStatus = {
  content: 'may',
  heuristicallyCacheable: false,
  group: 'extension',
} as const satisfies Partial<StatusFacts>

const everyMethod = Object.keys(methods) as (keyof Methods)[]

/** Every status code that IANA registers. */
export const statuses = {
  /** Continue. The request is acceptable so far and its content may follow (RFC 9110 §15.2.1). */
  100: {
    ...ordinaryStatus,
    phrase: 'Continue',
    class: 'informational',
    cite: 'RFC 9110 §15.2.1',
    content: 'never',
    contentRule: 'no-content-1xx',
    forbids: { 'content-length': 'no-content-length-1xx-204' },
    wants: { rule: 'continue-needs-expect', fields: ['expect'] },
    odd: {
      ...each(
        ['GET', 'HEAD', 'DELETE'],
        'Content means nothing to this method, so waiting for leave to send it is pointless (RFC 9110 §10.1.1).',
      ),
      ...each(['TRACE', 'CONNECT'], 'This method cannot have content, so there is nothing to wait for (RFC 9110 §9.3.8).'),
    },
    group: 'core',
    purpose: text('The request is acceptable so far and its content may follow.'),
  },
  /** Switching Protocols. The connection goes on in a protocol that the client offered (RFC 9110 §15.2.2). */
  101: {
    ...ordinaryStatus,
    phrase: 'Switching Protocols',
    class: 'informational',
    cite: 'RFC 9110 §15.2.2',
    content: 'never',
    contentRule: 'no-content-1xx',
    forbids: { 'content-length': 'no-content-length-1xx-204' },
    requires: { upgrade: 'upgrade-101' },
    wants: { rule: 'upgrade-was-offered', fields: ['upgrade'] },
    odd: each(['TRACE', 'CONNECT'], 'Another protocol is of no use to a loop-back or a tunnel (RFC 9110 §7.8).'),
    group: 'core',
    purpose: text('The connection goes on in a protocol that the client offered.'),
  },
  /** Processing. The request has arrived whole and the work on it goes on (RFC 2518 §10.1). */
  102: {
    ...ordinaryStatus,
    phrase: 'Processing',
    class: 'informational',
    cite: 'RFC 2518 §10.1',
    content: 'never',
    contentRule: 'no-content-1xx',
    forbids: { 'content-length': 'no-content-length-1xx-204' },
    group: 'webdav',
    purpose: text('The request has arrived whole and the work on it goes on.'),
  },
  /** Early Hints. Some fields that the final response will probably have, so that the client can prepare (RFC 8297 §2). */
  103: {
    ...ordinaryStatus,
    phrase: 'Early Hints',
    class: 'informational',
    cite: 'RFC 8297 §2',
    content: 'never',
    contentRule: 'no-content-1xx',
    forbids: { 'content-length': 'no-content-length-1xx-204' },
    odd: each(['OPTIONS', 'TRACE', 'CONNECT'], 'There is no representation whose links could be hinted at (RFC 8297 §2).'),
    purpose: text('Some fields that the final response will probably have, so that the client can prepare.'),
  },
  /** Upload Resumption Supported. This upload can be taken up again after an interruption (draft-ietf-httpbis-resumable-upload). */
  104: {
    ...ordinaryStatus,
    phrase: 'Upload Resumption Supported',
    class: 'informational',
    cite: 'draft-ietf-httpbis-resumable-upload',
    content: 'never',
    contentRule: 'no-content-1xx',
    forbids: { 'content-length': 'no-content-length-1xx-204' },
    wants: { rule: 'upload-resumption-needs-upload', fields: ['upload-complete'] },
    odd: each(
      ['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'QUERY'],
      'Only an upload can be resumed, and this method uploads nothing (draft-ietf-httpbis-resumable-upload).',
    ),
    purpose: text('This upload can be taken up again after an interruption.'),
  },
  /** OK. The request succeeded, and the method says what the content is (RFC 9110 §15.3.1). */
  200: {
    ...ordinaryStatus,
    phrase: 'OK',
    class: 'successful',
    cite: 'RFC 9110 §15.3.1',
    heuristicallyCacheable: true,
    group: 'core',
    purpose: text('The request succeeded, and the method says what the content is.'),
  },
  /** Created. The request succeeded and brought new resources into being (RFC 9110 §15.3.2). */
  201: {
    ...ordinaryStatus,
    phrase: 'Created',
    class: 'successful',
    cite: 'RFC 9110 §15.3.2',
    effect: 'created-not-for-safe-methods',
    odd: {
      ...each(['GET', 'HEAD', 'OPTIONS', 'TRACE'], 'A safe method asks for nothing to be created (RFC 9110 §9.2.1).'),
      ...each(['DELETE'], 'A DELETE that succeeds should answer 200, 202 or 204 (RFC 9110 §9.3.5).'),
      ...each(['CONNECT'], 'A 2xx to CONNECT says that the tunnel is open, and nothing finer (RFC 9110 §9.3.6).'),
      ...each(['QUERY'], 'A query asks for nothing to be created; another 2xx can name a stored result by Location (RFC 10008 §2.3).'),
    },
    given: notes({ PUT: 'The target had no representation before: creating it is what 201 says to a PUT (RFC 9110 §9.3.4).' }),
    group: 'core',
    purpose: text('The request succeeded and brought new resources into being.'),
  },
  /** Accepted. The request was taken on, but the work is not done and may yet fail (RFC 9110 §15.3.3). */
  202: {
    ...ordinaryStatus,
    phrase: 'Accepted',
    class: 'successful',
    cite: 'RFC 9110 §15.3.3',
    odd: {
      ...each(['OPTIONS', 'TRACE'], 'There is no work here that could be put off (RFC 9110 §15.3.3).'),
      ...each(['CONNECT'], 'A 2xx to CONNECT says that the tunnel is open, and nothing finer (RFC 9110 §9.3.6).'),
    },
    group: 'core',
    purpose: text('The request was taken on, but the work is not done and may yet fail.'),
  },
  /** Non-Authoritative Information. A proxy on the way changed the content of a 200 (RFC 9110 §15.3.4). */
  203: {
    ...ordinaryStatus,
    phrase: 'Non-Authoritative Information',
    class: 'successful',
    cite: 'RFC 9110 §15.3.4',
    wants: { rule: 'transformed-203-proxy-only', roles: ['proxy'] },
    odd: {
      ...each(['TRACE'], 'A loop-back that was changed on the way shows nothing (RFC 9110 §9.3.8).'),
      ...each(['CONNECT'], 'A 2xx to CONNECT says that the tunnel is open, and nothing finer (RFC 9110 §9.3.6).'),
    },
    heuristicallyCacheable: true,
    group: 'core',
    purpose: text('A proxy on the way changed the content of a 200.'),
  },
  /** No Content. The request succeeded and there is nothing to send but header fields (RFC 9110 §15.3.5). */
  204: {
    ...ordinaryStatus,
    phrase: 'No Content',
    class: 'successful',
    cite: 'RFC 9110 §15.3.5',
    content: 'never',
    contentRule: 'no-content-204',
    forbids: { 'content-length': 'no-content-length-1xx-204' },
    odd: {
      ...each(['TRACE'], 'A TRACE should be answered by 200 with the request in it (RFC 9110 §9.3.8).'),
      ...each(['CONNECT'], 'A 2xx to CONNECT says that the tunnel is open, and nothing finer (RFC 9110 §9.3.6).'),
    },
    heuristicallyCacheable: true,
    group: 'core',
    purpose: text('The request succeeded and there is nothing to send but header fields.'),
  },
  /** Reset Content. The request succeeded and the form that sent it should be cleared (RFC 9110 §15.3.6). */
  205: {
    ...ordinaryStatus,
    phrase: 'Reset Content',
    class: 'successful',
    cite: 'RFC 9110 §15.3.6',
    content: 'never',
    contentRule: 'no-content-205',
    needs: 'reset',
    effect: 'reset-not-for-retrieval',
    odd: {
      ...each(['GET', 'HEAD', 'OPTIONS', 'QUERY'], 'A retrieval comes from no form that could be cleared (RFC 9110 §15.3.6).'),
      ...each(['DELETE'], 'A DELETE that succeeds should answer 200, 202 or 204 (RFC 9110 §9.3.5).'),
      ...each(['TRACE'], 'A TRACE should be answered by 200 with the request in it (RFC 9110 §9.3.8).'),
      ...each(['CONNECT'], 'A 2xx to CONNECT says that the tunnel is open, and nothing finer (RFC 9110 §9.3.6).'),
    },
    group: 'core',
    purpose: text('The request succeeded and the form that sent it should be cleared.'),
  },
  /** Partial Content. Here are the parts of the representation that Range asked for (RFC 9110 §15.3.7). */
  206: {
    ...ordinaryStatus,
    phrase: 'Partial Content',
    class: 'successful',
    cite: 'RFC 9110 §15.3.7',
    needs: 'range',
    requires: { 'content-range': 'content-range-or-multipart-206' },
    unlessType: 'multipart/byteranges',
    wants: { rule: 'partial-needs-range', fields: ['range'] },
    heuristicallyCacheable: true,
    group: 'core',
    purpose: text('Here are the parts of the representation that Range asked for.'),
  },
  /** Multi-Status. Several resources are concerned, and the content has a status for each (RFC 4918 §11.1). */
  207: {
    ...ordinaryStatus,
    phrase: 'Multi-Status',
    class: 'successful',
    cite: 'RFC 4918 §11.1',
    group: 'webdav',
    purpose: text('Several resources are concerned, and the content has a status for each.'),
  },
  /** Already Reported. Inside a 207, this member was listed before under another name (RFC 5842 §7.1). */
  208: {
    ...ordinaryStatus,
    phrase: 'Already Reported',
    class: 'successful',
    cite: 'RFC 5842 §7.1',
    never: 'already-reported-inside-207',
    group: 'webdav',
    purpose: text('Inside a 207, this member was listed before under another name.'),
  },
  /** IM Used. The content is the outcome of manipulations that A-IM asked for (RFC 3229 §10.4.1). */
  226: {
    ...ordinaryStatus,
    phrase: 'IM Used',
    class: 'successful',
    cite: 'RFC 3229 §10.4.1',
    needs: 'delta',
    requires: { etag: 'im-used-needs-a-im' },
    wants: { rule: 'im-used-needs-a-im', fields: ['a-im'] },
    odd: each(['HEAD'], 'It mirrors a GET, but no delta is ever sent (RFC 9110 §9.3.2).'),
    purpose: text('The content is the outcome of manipulations that A-IM asked for.'),
  },
  /** Multiple Choices. There are several representations and the client may choose (RFC 9110 §15.4.1). */
  300: {
    ...ordinaryStatus,
    phrase: 'Multiple Choices',
    class: 'redirection',
    cite: 'RFC 9110 §15.4.1',
    content: 'should',
    recommends: { location: 'location-300-preferred' },
    odd: each(
      ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'],
      'A choice among representations makes little sense where none is retrieved (RFC 9110 §15.4.1).',
    ),
    heuristicallyCacheable: true,
    group: 'core',
    purpose: text('There are several representations and the client may choose.'),
  },
  /** Moved Permanently. The resource has another URI for good (RFC 9110 §15.4.2). */
  301: {
    ...ordinaryStatus,
    phrase: 'Moved Permanently',
    class: 'redirection',
    cite: 'RFC 9110 §15.4.2',
    recommends: { location: 'location-on-redirect' },
    rewrites: { POST: 'redirect-prefer-308-307-for-post' },
    odd: each(['TRACE', 'CONNECT'], 'Nobody follows a redirection of this method (RFC 9110 §9.3.6).'),
    heuristicallyCacheable: true,
    group: 'core',
    purpose: text('The resource has another URI for good.'),
  },
  /** Found. The resource is at another URI for now, and POST may turn into GET on the way (RFC 9110 §15.4.3). */
  302: {
    ...ordinaryStatus,
    phrase: 'Found',
    class: 'redirection',
    cite: 'RFC 9110 §15.4.3',
    recommends: { location: 'location-on-redirect' },
    rewrites: { POST: 'redirect-prefer-308-307-for-post' },
    odd: each(['TRACE', 'CONNECT'], 'Nobody follows a redirection of this method (RFC 9110 §9.3.6).'),
    group: 'core',
    purpose: text('The resource is at another URI for now, and POST may turn into GET on the way.'),
  },
  /** See Other. The answer is to be retrieved from another URI (RFC 9110 §15.4.4). */
  303: {
    ...ordinaryStatus,
    phrase: 'See Other',
    class: 'redirection',
    cite: 'RFC 9110 §15.4.4',
    requires: { location: 'location-on-303' },
    odd: each(['TRACE', 'CONNECT'], 'Any method may be answered so, but here it is of no use (RFC 9110 §15.4.4).'),
    group: 'core',
    purpose: text('The answer is to be retrieved from another URI.'),
  },
  /** Not Modified. What the client has stored is still right (RFC 9110 §15.4.5). */
  304: {
    ...ordinaryStatus,
    phrase: 'Not Modified',
    class: 'redirection',
    cite: 'RFC 9110 §15.4.5',
    content: 'never',
    contentRule: 'no-content-304',
    needs: 'notModified',
    wants: { rule: 'not-modified-needs-validator-condition', validator: true },
    group: 'core',
    purpose: text('What the client has stored is still right.'),
  },
  /** Use Proxy. The resource was to be asked for through a proxy (RFC 9110 §15.4.6). */
  305: {
    ...ordinaryStatus,
    phrase: 'Use Proxy',
    class: 'redirection',
    cite: 'RFC 9110 §15.4.6',
    deprecated: 'no-deprecated-status',
    odd: each(everyMethod, 'Deprecated: letting a response choose the proxy is a danger (RFC 9110 §15.4.6).'),
    group: 'core',
    purpose: text('The resource was to be asked for through a proxy.'),
  },
  /** (Unused). Once had a meaning and is now reserved (RFC 9110 §15.4.7). */
  306: {
    ...ordinaryStatus,
    phrase: '(Unused)',
    class: 'redirection',
    cite: 'RFC 9110 §15.4.7',
    never: 'no-reserved-status',
    group: 'reserved',
    purpose: text('Once had a meaning and is now reserved.'),
  },
  /** Temporary Redirect. The resource is at another URI for now, and the method stays the same (RFC 9110 §15.4.8). */
  307: {
    ...ordinaryStatus,
    phrase: 'Temporary Redirect',
    class: 'redirection',
    cite: 'RFC 9110 §15.4.8',
    recommends: { location: 'location-on-redirect' },
    odd: each(['TRACE', 'CONNECT'], 'Nobody follows a redirection of this method (RFC 9110 §9.3.6).'),
    group: 'core',
    purpose: text('The resource is at another URI for now, and the method stays the same.'),
  },
  /** Permanent Redirect. The resource has another URI for good, and the method stays the same (RFC 9110 §15.4.9). */
  308: {
    ...ordinaryStatus,
    phrase: 'Permanent Redirect',
    class: 'redirection',
    cite: 'RFC 9110 §15.4.9',
    recommends: { location: 'location-on-redirect' },
    odd: each(['TRACE', 'CONNECT'], 'Nobody follows a redirection of this method (RFC 9110 §9.3.6).'),
    heuristicallyCacheable: true,
    group: 'core',
    purpose: text('The resource has another URI for good, and the method stays the same.'),
  },
  /** Bad Request. The server cannot or will not handle what it takes for a mistake of the client (RFC 9110 §15.5.1). */
  400: {
    ...ordinaryStatus,
    phrase: 'Bad Request',
    class: 'client error',
    cite: 'RFC 9110 §15.5.1',
    content: 'should',
    group: 'core',
    purpose: text('The server cannot or will not handle what it takes for a mistake of the client.'),
  },
  /** Unauthorized. The request lacks valid credentials for the target resource (RFC 9110 §15.5.2). */
  401: {
    ...ordinaryStatus,
    phrase: 'Unauthorized',
    class: 'client error',
    cite: 'RFC 9110 §15.5.2',
    content: 'should',
    requires: { 'www-authenticate': 'www-authenticate-401' },
    group: 'core',
    purpose: text('The request lacks valid credentials for the target resource.'),
  },
  /** Payment Required. Reserved for a use that is not defined yet (RFC 9110 §15.5.3). */
  402: {
    ...ordinaryStatus,
    phrase: 'Payment Required',
    class: 'client error',
    cite: 'RFC 9110 §15.5.3',
    content: 'should',
    deprecated: 'no-deprecated-status',
    odd: each(everyMethod, 'Reserved for later: it has no defined meaning (RFC 9110 §15.5.3).'),
    group: 'core',
    purpose: text('Reserved for a use that is not defined yet.'),
  },
  /** Forbidden. The server understood the request and will not do it (RFC 9110 §15.5.4). */
  403: {
    ...ordinaryStatus,
    phrase: 'Forbidden',
    class: 'client error',
    cite: 'RFC 9110 §15.5.4',
    content: 'should',
    group: 'core',
    purpose: text('The server understood the request and will not do it.'),
  },
  /** Not Found. There is no representation here, or the server will not say that there is (RFC 9110 §15.5.5). */
  404: {
    ...ordinaryStatus,
    phrase: 'Not Found',
    class: 'client error',
    cite: 'RFC 9110 §15.5.5',
    content: 'should',
    heuristicallyCacheable: true,
    group: 'core',
    purpose: text('There is no representation here, or the server will not say that there is.'),
  },
  /** Method Not Allowed. The server knows the method, but this resource does not support it (RFC 9110 §15.5.6). */
  405: {
    ...ordinaryStatus,
    phrase: 'Method Not Allowed',
    class: 'client error',
    cite: 'RFC 9110 §15.5.6',
    content: 'should',
    requires: { allow: 'allow-required-405' },
    heuristicallyCacheable: true,
    group: 'core',
    purpose: text('The server knows the method, but this resource does not support it.'),
  },
  /** Not Acceptable. No representation suits what the client said it accepts (RFC 9110 §15.5.7). */
  406: {
    ...ordinaryStatus,
    phrase: 'Not Acceptable',
    class: 'client error',
    cite: 'RFC 9110 §15.5.7',
    content: 'should',
    odd: each(['TRACE', 'CONNECT'], 'Nothing is negotiated for this method (RFC 9110 §12.1).'),
    group: 'core',
    purpose: text('No representation suits what the client said it accepts.'),
  },
  /** Proxy Authentication Required. The client must first show credentials to the proxy (RFC 9110 §15.5.8). */
  407: {
    ...ordinaryStatus,
    phrase: 'Proxy Authentication Required',
    class: 'client error',
    cite: 'RFC 9110 §15.5.8',
    content: 'should',
    requires: { 'proxy-authenticate': 'proxy-authenticate-407' },
    wants: { rule: 'proxy-only-407', roles: ['proxy'] },
    group: 'core',
    purpose: text('The client must first show credentials to the proxy.'),
  },
  /** Request Timeout. The request did not arrive whole while the server was ready to wait (RFC 9110 §15.5.9). */
  408: {
    ...ordinaryStatus,
    phrase: 'Request Timeout',
    class: 'client error',
    cite: 'RFC 9110 §15.5.9',
    content: 'should',
    group: 'core',
    purpose: text('The request did not arrive whole while the server was ready to wait.'),
  },
  /** Conflict. The request does not fit the present state of the resource (RFC 9110 §15.5.10). */
  409: {
    ...ordinaryStatus,
    phrase: 'Conflict',
    class: 'client error',
    cite: 'RFC 9110 §15.5.10',
    content: 'should',
    effect: 'conflict-for-state-change',
    odd: each(
      ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'QUERY'],
      'No change of state is asked for that could conflict; §15.5 still lets a 4xx answer any method (RFC 9110 §15.5).',
    ),
    group: 'core',
    purpose: text('The request does not fit the present state of the resource.'),
  },
  /** Gone. The resource was here and will most likely not come back (RFC 9110 §15.5.11). */
  410: {
    ...ordinaryStatus,
    phrase: 'Gone',
    class: 'client error',
    cite: 'RFC 9110 §15.5.11',
    content: 'should',
    heuristicallyCacheable: true,
    group: 'core',
    purpose: text('The resource was here and will most likely not come back.'),
  },
  /** Length Required. The server wants Content-Length before it reads on (RFC 9110 §15.5.12). */
  411: {
    ...ordinaryStatus,
    phrase: 'Length Required',
    class: 'client error',
    cite: 'RFC 9110 §15.5.12',
    content: 'should',
    judgesContent: 'content-judging-status-needs-content',
    odd: each(
      ['GET', 'HEAD', 'DELETE', 'TRACE', 'CONNECT'],
      'There is no request content with a meaning that could be judged; §15.5 still lets a 4xx answer any method (RFC 9110 §15.5).',
    ),
    group: 'core',
    purpose: text('The server wants Content-Length before it reads on.'),
  },
  /** Precondition Failed. A condition that the client set does not hold (RFC 9110 §15.5.13). */
  412: {
    ...ordinaryStatus,
    phrase: 'Precondition Failed',
    class: 'client error',
    cite: 'RFC 9110 §15.5.13',
    content: 'should',
    needs: 'precondition',
    wants: {
      rule: 'precondition-failed-needs-precondition',
      fields: ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since'],
    },
    group: 'core',
    purpose: text('A condition that the client set does not hold.'),
  },
  /** Content Too Large. The request content is larger than the server will take (RFC 9110 §15.5.14). */
  413: {
    ...ordinaryStatus,
    phrase: 'Content Too Large',
    class: 'client error',
    cite: 'RFC 9110 §15.5.14',
    content: 'should',
    recommends: { 'retry-after': 'retry-after-413' },
    judgesContent: 'content-judging-status-needs-content',
    odd: each(
      ['GET', 'HEAD', 'DELETE', 'TRACE', 'CONNECT'],
      'There is no request content with a meaning that could be judged; §15.5 still lets a 4xx answer any method (RFC 9110 §15.5).',
    ),
    group: 'core',
    purpose: text('The request content is larger than the server will take.'),
  },
  /** URI Too Long. The target URI is longer than the server will read (RFC 9110 §15.5.15). */
  414: {
    ...ordinaryStatus,
    phrase: 'URI Too Long',
    class: 'client error',
    cite: 'RFC 9110 §15.5.15',
    content: 'should',
    heuristicallyCacheable: true,
    group: 'core',
    purpose: text('The target URI is longer than the server will read.'),
  },
  /** Unsupported Media Type. The request content is in a format that the resource does not take with this method (RFC 9110 §15.5.16). */
  415: {
    ...ordinaryStatus,
    phrase: 'Unsupported Media Type',
    class: 'client error',
    cite: 'RFC 9110 §15.5.16',
    content: 'should',
    judgesContent: 'content-judging-status-needs-content',
    odd: each(
      ['GET', 'HEAD', 'DELETE', 'TRACE', 'CONNECT'],
      'There is no request content with a meaning that could be judged; §15.5 still lets a 4xx answer any method (RFC 9110 §15.5).',
    ),
    group: 'core',
    purpose: text('The request content is in a format that the resource does not take with this method.'),
  },
  /** Range Not Satisfiable. None of the ranges asked for can be had (RFC 9110 §15.5.17). */
  416: {
    ...ordinaryStatus,
    phrase: 'Range Not Satisfiable',
    class: 'client error',
    cite: 'RFC 9110 §15.5.17',
    content: 'should',
    needs: 'range',
    recommends: { 'content-range': 'content-range-416' },
    wants: { rule: 'range-unsatisfiable-needs-range', fields: ['range'] },
    group: 'core',
    purpose: text('None of the ranges asked for can be had.'),
  },
  /** Expectation Failed. What Expect asked for cannot be met (RFC 9110 §15.5.18). */
  417: {
    ...ordinaryStatus,
    phrase: 'Expectation Failed',
    class: 'client error',
    cite: 'RFC 9110 §15.5.18',
    content: 'should',
    wants: { rule: 'expectation-failed-needs-expect', fields: ['expect'] },
    group: 'core',
    purpose: text('What Expect asked for cannot be met.'),
  },
  /** (Unused). Reserved, because a joke has used it too widely (RFC 9110 §15.5.19). */
  418: {
    ...ordinaryStatus,
    phrase: '(Unused)',
    class: 'client error',
    cite: 'RFC 9110 §15.5.19',
    content: 'should',
    never: 'no-reserved-status',
    group: 'reserved',
    purpose: text('Reserved, because a joke has used it too widely.'),
  },
  /** Misdirected Request. The request reached a server that does not answer for its target (RFC 9110 §15.5.20). */
  421: {
    ...ordinaryStatus,
    phrase: 'Misdirected Request',
    class: 'client error',
    cite: 'RFC 9110 §15.5.20',
    content: 'should',
    wants: { rule: 'misdirected-not-by-proxy', roles: ['origin', 'gateway'] },
    odd: each(['CONNECT'], 'CONNECT is answered by proxies, and a proxy does not generate 421 (RFC 9110 §15.5.20).'),
    group: 'core',
    purpose: text('The request reached a server that does not answer for its target.'),
  },
  /** Unprocessable Content. The request content is well formed, but what it says cannot be done (RFC 9110 §15.5.21). */
  422: {
    ...ordinaryStatus,
    phrase: 'Unprocessable Content',
    class: 'client error',
    cite: 'RFC 9110 §15.5.21',
    content: 'should',
    judgesContent: 'content-judging-status-needs-content',
    odd: each(
      ['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'],
      'There is no request content with a meaning that could be judged; §15.5 still lets a 4xx answer any method (RFC 9110 §15.5).',
    ),
    group: 'core',
    purpose: text('The request content is well formed, but what it says cannot be done.'),
  },
  /** Locked. A resource that the method needs is locked (RFC 4918 §11.3). */
  423: {
    ...ordinaryStatus,
    phrase: 'Locked',
    class: 'client error',
    cite: 'RFC 4918 §11.3',
    content: 'should',
    group: 'webdav',
    purpose: text('A resource that the method needs is locked.'),
  },
  /** Failed Dependency. Another action, which this one needed, failed (RFC 4918 §11.4). */
  424: {
    ...ordinaryStatus,
    phrase: 'Failed Dependency',
    class: 'client error',
    cite: 'RFC 4918 §11.4',
    content: 'should',
    group: 'webdav',
    purpose: text('Another action, which this one needed, failed.'),
  },
  /** Too Early. The server will not act on a request that may be a replay (RFC 8470 §5.2). */
  425: {
    ...ordinaryStatus,
    phrase: 'Too Early',
    class: 'client error',
    cite: 'RFC 8470 §5.2',
    content: 'should',
    wants: { rule: 'too-early-needs-early-data', fields: ['early-data'] },
    odd: each(['CONNECT'], 'A request for a tunnel is not sent as early data (RFC 8470 §5.2).'),
    purpose: text('The server will not act on a request that may be a replay.'),
  },
  /** Upgrade Required. The server wants another protocol before it does this (RFC 9110 §15.5.22). */
  426: {
    ...ordinaryStatus,
    phrase: 'Upgrade Required',
    class: 'client error',
    cite: 'RFC 9110 §15.5.22',
    content: 'should',
    requires: { upgrade: 'upgrade-426' },
    given: each(everyMethod, 'The connection is HTTP/1.1: Upgrade does not exist in HTTP/2 and HTTP/3 (RFC 9113 §8.2.2).'),
    group: 'core',
    purpose: text('The server wants another protocol before it does this.'),
  },
  /** Precondition Required. The server wants the request to be conditional (RFC 6585 §3). */
  428: {
    ...ordinaryStatus,
    phrase: 'Precondition Required',
    class: 'client error',
    cite: 'RFC 6585 §3',
    content: 'should',
    neverStored: 'no-store-6585',
    odd: {
      ...each(['GET', 'HEAD', 'QUERY'], 'A request that changes nothing cannot lose an update (RFC 6585 §3).'),
      ...each(['OPTIONS', 'TRACE', 'CONNECT'], 'It would ask for conditions that this method has to ignore (RFC 9110 §13.2.1).'),
    },
    purpose: text('The server wants the request to be conditional.'),
  },
  /** Too Many Requests. The client sent more requests than it may in the time (RFC 6585 §4). */
  429: {
    ...ordinaryStatus,
    phrase: 'Too Many Requests',
    class: 'client error',
    cite: 'RFC 6585 §4',
    content: 'should',
    recommends: { 'retry-after': 'retry-after-429' },
    neverStored: 'no-store-6585',
    purpose: text('The client sent more requests than it may in the time.'),
  },
  /** Request Header Fields Too Large. The header fields are larger than the server will read (RFC 6585 §5). */
  431: {
    ...ordinaryStatus,
    phrase: 'Request Header Fields Too Large',
    class: 'client error',
    cite: 'RFC 6585 §5',
    content: 'should',
    neverStored: 'no-store-6585',
    purpose: text('The header fields are larger than the server will read.'),
  },
  /** Unavailable For Legal Reasons. The law keeps the server from giving access (RFC 7725 §3). */
  451: {
    ...ordinaryStatus,
    phrase: 'Unavailable For Legal Reasons',
    class: 'client error',
    cite: 'RFC 7725 §3',
    content: 'should',
    recommends: { link: 'blocked-by-451' },
    heuristicallyCacheable: true,
    purpose: text('The law keeps the server from giving access.'),
  },
  /** Internal Server Error. Something happened in the server that it was not made for (RFC 9110 §15.6.1). */
  500: {
    ...ordinaryStatus,
    phrase: 'Internal Server Error',
    class: 'server error',
    cite: 'RFC 9110 §15.6.1',
    content: 'should',
    group: 'core',
    purpose: text('Something happened in the server that it was not made for.'),
  },
  /** Not Implemented. The server does not have what the request needs (RFC 9110 §15.6.2). */
  501: {
    ...ordinaryStatus,
    phrase: 'Not Implemented',
    class: 'server error',
    cite: 'RFC 9110 §15.6.2',
    content: 'should',
    given: each(
      ['GET', 'HEAD'],
      'Something other than the method is missing: every general-purpose server has GET and HEAD (RFC 9110 §9.1).',
    ),
    heuristicallyCacheable: true,
    group: 'core',
    purpose: text('The server does not have what the request needs.'),
  },
  /** Bad Gateway. The server behind this one gave an answer that cannot be used (RFC 9110 §15.6.3). */
  502: {
    ...ordinaryStatus,
    phrase: 'Bad Gateway',
    class: 'server error',
    cite: 'RFC 9110 §15.6.3',
    content: 'should',
    wants: { rule: 'gateway-only-502-504', roles: ['gateway', 'proxy'] },
    group: 'core',
    purpose: text('The server behind this one gave an answer that cannot be used.'),
  },
  /** Service Unavailable. The server cannot answer now, but expects to later (RFC 9110 §15.6.4). */
  503: {
    ...ordinaryStatus,
    phrase: 'Service Unavailable',
    class: 'server error',
    cite: 'RFC 9110 §15.6.4',
    content: 'should',
    recommends: { 'retry-after': 'retry-after-503' },
    group: 'core',
    purpose: text('The server cannot answer now, but expects to later.'),
  },
  /** Gateway Timeout. The server behind this one did not answer in time (RFC 9110 §15.6.5). */
  504: {
    ...ordinaryStatus,
    phrase: 'Gateway Timeout',
    class: 'server error',
    cite: 'RFC 9110 §15.6.5',
    content: 'should',
    wants: { rule: 'gateway-only-502-504', roles: ['gateway', 'proxy'] },
    group: 'core',
    purpose: text('The server behind this one did not answer in time.'),
  },
  /** HTTP Version Not Supported. The server does not speak the major version of HTTP of the request (RFC 9110 §15.6.6). */
  505: {
    ...ordinaryStatus,
    phrase: 'HTTP Version Not Supported',
    class: 'server error',
    cite: 'RFC 9110 §15.6.6',
    content: 'should',
    group: 'core',
    purpose: text('The server does not speak the major version of HTTP of the request.'),
  },
  /** Variant Also Negotiates. The variant that was chosen wants to negotiate again, so the server is set up wrongly (RFC 2295 §8.1). */
  506: {
    ...ordinaryStatus,
    phrase: 'Variant Also Negotiates',
    class: 'server error',
    cite: 'RFC 2295 §8.1',
    content: 'should',
    wants: { rule: 'variant-also-negotiates-needs-negotiate', fields: ['negotiate'] },
    odd: each(
      ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'QUERY'],
      'Transparent negotiation is about retrieval by GET and HEAD (RFC 2295 §8.1).',
    ),
    purpose: text('The variant that was chosen wants to negotiate again, so the server is set up wrongly.'),
  },
  /** Insufficient Storage. The server has no room to store what the request brings (RFC 4918 §11.5). */
  507: {
    ...ordinaryStatus,
    phrase: 'Insufficient Storage',
    class: 'server error',
    cite: 'RFC 4918 §11.5',
    content: 'should',
    group: 'webdav',
    purpose: text('The server has no room to store what the request brings.'),
  },
  /** Loop Detected. The server met the same collection again while it went through all members (RFC 5842 §7.2). */
  508: {
    ...ordinaryStatus,
    phrase: 'Loop Detected',
    class: 'server error',
    cite: 'RFC 5842 §7.2',
    content: 'should',
    group: 'webdav',
    purpose: text('The server met the same collection again while it went through all members.'),
  },
  /** Not Extended. The request lacks an extension that the server insists on (RFC 2774 §7). */
  510: {
    ...ordinaryStatus,
    phrase: 'Not Extended',
    class: 'server error',
    cite: 'RFC 2774 §7',
    content: 'should',
    deprecated: 'no-deprecated-status',
    odd: each(everyMethod, 'Obsolete: the extension framework behind it is historic (RFC 2774 §7).'),
    purpose: text('The request lacks an extension that the server insists on.'),
  },
  /** Network Authentication Required. The network wants the client to sign in first (RFC 6585 §6). */
  511: {
    ...ordinaryStatus,
    phrase: 'Network Authentication Required',
    class: 'server error',
    cite: 'RFC 6585 §6',
    content: 'should',
    wants: { rule: 'network-auth-511-not-origin', roles: ['proxy'] },
    neverStored: 'no-store-6585',
    purpose: text('The network wants the client to sign in first.'),
  },
} as const satisfies { readonly [code: number]: StatusFacts }

/** The statuses as a type: one key per code, one literal per column. */
export type Statuses = typeof statuses
