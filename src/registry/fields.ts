import type { FieldFacts } from './facts.js'
import { text } from './facts.js'

/** The header fields that rules name, and those that most APIs use; keyed in lower case. */
export const fields = {
  /** Names the instance manipulations that the client accepts (RFC 3229 §10.5.3). */
  'a-im': {
    name: 'A-IM',
    cite: 'RFC 3229 §10.5.3',
    in: 'request',
    purpose: text('Names the instance manipulations that the client accepts.'),
  },
  /** Names the media types that suit the sender, by preference (RFC 9110 §12.5.1). */
  accept: {
    name: 'Accept',
    cite: 'RFC 9110 §12.5.1',
    in: 'both',
    purpose: text('Names the media types that suit the sender, by preference.'),
  },
  /** Names charsets that the client prefers; obsolete, since text is UTF-8 (RFC 9110 §12.5.2). */
  'accept-charset': {
    name: 'Accept-Charset',
    cite: 'RFC 9110 §12.5.2',
    in: 'request',
    purpose: text('Names charsets that the client prefers; obsolete, since text is UTF-8.'),
  },
  /** Names the content codings that suit the sender (RFC 9110 §12.5.3). */
  'accept-encoding': {
    name: 'Accept-Encoding',
    cite: 'RFC 9110 §12.5.3',
    in: 'both',
    purpose: text('Names the content codings that suit the sender.'),
  },
  /** Names the languages that the user reads (RFC 9110 §12.5.4). */
  'accept-language': {
    name: 'Accept-Language',
    cite: 'RFC 9110 §12.5.4',
    in: 'request',
    purpose: text('Names the languages that the user reads.'),
  },
  /** Names the patch formats that the resource takes (RFC 5789 §3.1). */
  'accept-patch': {
    name: 'Accept-Patch',
    cite: 'RFC 5789 §3.1',
    in: 'response',
    purpose: text('Names the patch formats that the resource takes.'),
  },
  /** Names the media types that the resource takes in a POST (https://www.w3.org/TR/ldp/#header-accept-post). */
  'accept-post': {
    name: 'Accept-Post',
    cite: 'https://www.w3.org/TR/ldp/#header-accept-post',
    in: 'response',
    purpose: text('Names the media types that the resource takes in a POST.'),
  },
  /** Names the query formats that the resource takes (RFC 10008 §3). */
  'accept-query': {
    name: 'Accept-Query',
    cite: 'RFC 10008 §3',
    in: 'response',
    purpose: text('Names the query formats that the resource takes.'),
  },
  /** Says which range units the resource supports (RFC 9110 §14.3). */
  'accept-ranges': {
    name: 'Accept-Ranges',
    cite: 'RFC 9110 §14.3',
    in: 'response',
    purpose: text('Says which range units the resource supports.'),
  },
  /** Asks for a signature over the named parts of a message (RFC 9421 §5.1). */
  'accept-signature': {
    name: 'Accept-Signature',
    cite: 'RFC 9421 §5.1',
    in: 'both',
    purpose: text('Asks for a signature over the named parts of a message.'),
  },
  /**
   * Lets another origin read a response to a request with credentials
   * (https://fetch.spec.whatwg.org/#http-access-control-allow-credentials).
   */
  'access-control-allow-credentials': {
    name: 'Access-Control-Allow-Credentials',
    cite: 'https://fetch.spec.whatwg.org/#http-access-control-allow-credentials',
    in: 'response',
    purpose: text('Lets another origin read a response to a request with credentials.'),
  },
  /** Names the request fields that another origin may set (https://fetch.spec.whatwg.org/#http-access-control-allow-headers). */
  'access-control-allow-headers': {
    name: 'Access-Control-Allow-Headers',
    cite: 'https://fetch.spec.whatwg.org/#http-access-control-allow-headers',
    in: 'response',
    purpose: text('Names the request fields that another origin may set.'),
  },
  /** Names the methods that another origin may use (https://fetch.spec.whatwg.org/#http-access-control-allow-methods). */
  'access-control-allow-methods': {
    name: 'Access-Control-Allow-Methods',
    cite: 'https://fetch.spec.whatwg.org/#http-access-control-allow-methods',
    in: 'response',
    purpose: text('Names the methods that another origin may use.'),
  },
  /** Names the origin that may read the response (https://fetch.spec.whatwg.org/#http-access-control-allow-origin). */
  'access-control-allow-origin': {
    name: 'Access-Control-Allow-Origin',
    cite: 'https://fetch.spec.whatwg.org/#http-access-control-allow-origin',
    in: 'response',
    purpose: text('Names the origin that may read the response.'),
  },
  /** Names the response fields that another origin may read (https://fetch.spec.whatwg.org/#http-access-control-expose-headers). */
  'access-control-expose-headers': {
    name: 'Access-Control-Expose-Headers',
    cite: 'https://fetch.spec.whatwg.org/#http-access-control-expose-headers',
    in: 'response',
    purpose: text('Names the response fields that another origin may read.'),
  },
  /** Says how long a browser may remember a preflight answer (https://fetch.spec.whatwg.org/#http-access-control-max-age). */
  'access-control-max-age': {
    name: 'Access-Control-Max-Age',
    cite: 'https://fetch.spec.whatwg.org/#http-access-control-max-age',
    in: 'response',
    purpose: text('Says how long a browser may remember a preflight answer.'),
  },
  /**
   * Names the fields that the request after the preflight will set
   * (https://fetch.spec.whatwg.org/#http-access-control-request-headers).
   */
  'access-control-request-headers': {
    name: 'Access-Control-Request-Headers',
    cite: 'https://fetch.spec.whatwg.org/#http-access-control-request-headers',
    in: 'request',
    purpose: text('Names the fields that the request after the preflight will set.'),
  },
  /** Names the method of the request after the preflight (https://fetch.spec.whatwg.org/#http-access-control-request-method). */
  'access-control-request-method': {
    name: 'Access-Control-Request-Method',
    cite: 'https://fetch.spec.whatwg.org/#http-access-control-request-method',
    in: 'request',
    purpose: text('Names the method of the request after the preflight.'),
  },
  /** Says how many seconds ago a cache got the response from its origin (RFC 9111 §5.1). */
  age: {
    name: 'Age',
    cite: 'RFC 9111 §5.1',
    in: 'response',
    purpose: text('Says how many seconds ago a cache got the response from its origin.'),
  },
  /** Names the methods that the resource supports (RFC 9110 §10.2.1). */
  allow: {
    name: 'Allow',
    cite: 'RFC 9110 §10.2.1',
    in: 'response',
    purpose: text('Names the methods that the resource supports.'),
  },
  /** Names other hosts and protocols that serve the same origin (RFC 7838 §3). */
  'alt-svc': {
    name: 'Alt-Svc',
    cite: 'RFC 7838 §3',
    in: 'response',
    purpose: text('Names other hosts and protocols that serve the same origin.'),
  },
  /** Names the alternative service that the client chose (RFC 7838 §5). */
  'alt-used': {
    name: 'Alt-Used',
    cite: 'RFC 7838 §5',
    in: 'request',
    purpose: text('Names the alternative service that the client chose.'),
  },
  /** Tells more about an authentication that succeeded (RFC 9110 §11.6.3). */
  'authentication-info': {
    name: 'Authentication-Info',
    cite: 'RFC 9110 §11.6.3',
    in: 'response',
    purpose: text('Tells more about an authentication that succeeded.'),
  },
  /** Carries the credentials for the origin server (RFC 9110 §11.6.2). */
  authorization: {
    name: 'Authorization',
    cite: 'RFC 9110 §11.6.2',
    in: 'request',
    purpose: text('Carries the credentials for the origin server.'),
  },
  /** Tells caches what they may store and for how long (RFC 9111 §5.2). */
  'cache-control': {
    name: 'Cache-Control',
    cite: 'RFC 9111 §5.2',
    in: 'both',
    purpose: text('Tells caches what they may store and for how long.'),
  },
  /** Tells how caches on the way handled the request (RFC 9211 §2). */
  'cache-status': {
    name: 'Cache-Status',
    cite: 'RFC 9211 §2',
    in: 'response',
    purpose: text('Tells how caches on the way handled the request.'),
  },
  /** Is Cache-Control for content delivery networks alone (RFC 9213 §3.1). */
  'cdn-cache-control': {
    name: 'CDN-Cache-Control',
    cite: 'RFC 9213 §3.1',
    in: 'response',
    purpose: text('Is Cache-Control for content delivery networks alone.'),
  },
  /** Has the browser forget what it stored for the origin (https://w3.org/TR/clear-site-data/#header). */
  'clear-site-data': {
    name: 'Clear-Site-Data',
    cite: 'https://w3.org/TR/clear-site-data/#header',
    in: 'response',
    purpose: text('Has the browser forget what it stored for the origin.'),
  },
  /** Names the fields and options that end at the next hop (RFC 9110 §7.6.1). */
  connection: {
    name: 'Connection',
    cite: 'RFC 9110 §7.6.1',
    in: 'both',
    purpose: text('Names the fields and options that end at the next hop.'),
  },
  /** Carries digests of the content as sent (RFC 9530 §2). */
  'content-digest': {
    name: 'Content-Digest',
    cite: 'RFC 9530 §2',
    in: 'both',
    purpose: text('Carries digests of the content as sent.'),
  },
  /** Says whether to show the content or to save it, and under which name (RFC 6266 §4). */
  'content-disposition': {
    name: 'Content-Disposition',
    cite: 'RFC 6266 §4',
    in: 'response',
    purpose: text('Says whether to show the content or to save it, and under which name.'),
  },
  /** Names the codings that were applied to the representation (RFC 9110 §8.4). */
  'content-encoding': {
    name: 'Content-Encoding',
    cite: 'RFC 9110 §8.4',
    in: 'both',
    purpose: text('Names the codings that were applied to the representation.'),
  },
  /** Names the languages of the intended readers (RFC 9110 §8.5). */
  'content-language': {
    name: 'Content-Language',
    cite: 'RFC 9110 §8.5',
    in: 'both',
    purpose: text('Names the languages of the intended readers.'),
  },
  /** Says how many octets the content has (RFC 9110 §8.6). */
  'content-length': {
    name: 'Content-Length',
    cite: 'RFC 9110 §8.6',
    in: 'both',
    purpose: text('Says how many octets the content has.'),
  },
  /** Names a URI for the very representation that is enclosed (RFC 9110 §8.7). */
  'content-location': {
    name: 'Content-Location',
    cite: 'RFC 9110 §8.7',
    in: 'both',
    purpose: text('Names a URI for the very representation that is enclosed.'),
  },
  /** Says which part of the whole representation is enclosed (RFC 9110 §14.4). */
  'content-range': {
    name: 'Content-Range',
    cite: 'RFC 9110 §14.4',
    in: 'both',
    purpose: text('Says which part of the whole representation is enclosed.'),
  },
  /** Limits what a page may load and run (https://www.w3.org/TR/CSP/#csp-header). */
  'content-security-policy': {
    name: 'Content-Security-Policy',
    cite: 'https://www.w3.org/TR/CSP/#csp-header',
    in: 'response',
    purpose: text('Limits what a page may load and run.'),
  },
  /** Names the media type of the representation (RFC 9110 §8.3). */
  'content-type': {
    name: 'Content-Type',
    cite: 'RFC 9110 §8.3',
    in: 'both',
    purpose: text('Names the media type of the representation.'),
  },
  /** Returns the cookies that the server set (RFC 6265 §4.2). */
  cookie: {
    name: 'Cookie',
    cite: 'RFC 6265 §4.2',
    in: 'request',
    purpose: text('Returns the cookies that the server set.'),
  },
  /** Says which sites may embed the response (https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header). */
  'cross-origin-resource-policy': {
    name: 'Cross-Origin-Resource-Policy',
    cite: 'https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header',
    in: 'response',
    purpose: text('Says which sites may embed the response.'),
  },
  /** Says when the message was made (RFC 9110 §6.6.1). */
  date: {
    name: 'Date',
    cite: 'RFC 9110 §6.6.1',
    in: 'both',
    purpose: text('Says when the message was made.'),
  },
  /** Names the instance that a delta starts from (RFC 3229 §10.5.1). */
  'delta-base': {
    name: 'Delta-Base',
    cite: 'RFC 3229 §10.5.1',
    in: 'response',
    purpose: text('Names the instance that a delta starts from.'),
  },
  /** Says since when, or from when, the resource is deprecated (RFC 9745 §2). */
  deprecation: {
    name: 'Deprecation',
    cite: 'RFC 9745 §2',
    in: 'response',
    purpose: text('Says since when, or from when, the resource is deprecated.'),
  },
  /** Says how deep below the target a WebDAV method goes (RFC 4918 §10.2). */
  depth: {
    name: 'Depth',
    cite: 'RFC 4918 §10.2',
    in: 'request',
    purpose: text('Says how deep below the target a WebDAV method goes.'),
  },
  /** Names the URI that COPY and MOVE go to (RFC 4918 §10.3). */
  destination: {
    name: 'Destination',
    cite: 'RFC 4918 §10.3',
    in: 'request',
    purpose: text('Names the URI that COPY and MOVE go to.'),
  },
  /** Proves that the client holds the key its token is bound to (RFC 9449 §4.1). */
  dpop: {
    name: 'DPoP',
    cite: 'RFC 9449 §4.1',
    in: 'request',
    purpose: text('Proves that the client holds the key its token is bound to.'),
  },
  /** Says that the request came as TLS early data and may be a replay (RFC 8470 §5.1). */
  'early-data': {
    name: 'Early-Data',
    cite: 'RFC 8470 §5.1',
    in: 'request',
    inRule: 'early-data-not-in-response',
    purpose: text('Says that the request came as TLS early data and may be a replay.'),
  },
  /** Names the version of the representation (RFC 9110 §8.8.3). */
  etag: {
    name: 'ETag',
    cite: 'RFC 9110 §8.8.3',
    in: 'response',
    purpose: text('Names the version of the representation.'),
  },
  /** Asks to be answered 100 before the content is sent (RFC 9110 §10.1.1). */
  expect: {
    name: 'Expect',
    cite: 'RFC 9110 §10.1.1',
    in: 'request',
    needsContent: 'expect-continue-needs-content',
    purpose: text('Asks to be answered 100 before the content is sent.'),
  },
  /** Says when the response becomes stale (RFC 9111 §5.3). */
  expires: {
    name: 'Expires',
    cite: 'RFC 9111 §5.3',
    in: 'response',
    purpose: text('Says when the response becomes stale.'),
  },
  /** Tells what proxies on the way would otherwise hide (RFC 7239 §4). */
  forwarded: {
    name: 'Forwarded',
    cite: 'RFC 7239 §4',
    in: 'request',
    purpose: text('Tells what proxies on the way would otherwise hide.'),
  },
  /** Carries the mail address of the human behind the client (RFC 9110 §10.1.2). */
  from: {
    name: 'From',
    cite: 'RFC 9110 §10.1.2',
    in: 'request',
    purpose: text('Carries the mail address of the human behind the client.'),
  },
  /** Names the host and port of the target (RFC 9110 §7.2). */
  host: {
    name: 'Host',
    cite: 'RFC 9110 §7.2',
    in: 'request',
    purpose: text('Names the host and port of the target.'),
  },
  /** Names the request, so that the server does it once however often it arrives (draft-ietf-httpapi-idempotency-key-header). */
  'idempotency-key': {
    name: 'Idempotency-Key',
    cite: 'draft-ietf-httpapi-idempotency-key-header',
    in: 'request',
    purpose: text('Names the request, so that the server does it once however often it arrives.'),
  },
  /** Makes the request depend on the current entity tag being a given one (RFC 9110 §13.1.1). */
  'if-match': {
    name: 'If-Match',
    cite: 'RFC 9110 §13.1.1',
    in: 'request',
    purpose: text('Makes the request depend on the current entity tag being a given one.'),
  },
  /** Makes the retrieval depend on a change since a date (RFC 9110 §13.1.3). */
  'if-modified-since': {
    name: 'If-Modified-Since',
    cite: 'RFC 9110 §13.1.3',
    in: 'request',
    only: { methods: ['GET', 'HEAD', 'QUERY'], rule: 'if-modified-since-get-head' },
    purpose: text('Makes the retrieval depend on a change since a date.'),
  },
  /** Makes the request depend on the current entity tag being none of the given ones (RFC 9110 §13.1.2). */
  'if-none-match': {
    name: 'If-None-Match',
    cite: 'RFC 9110 §13.1.2',
    in: 'request',
    purpose: text('Makes the request depend on the current entity tag being none of the given ones.'),
  },
  /** Makes Range count only while the representation is the same (RFC 9110 §13.1.5). */
  'if-range': {
    name: 'If-Range',
    cite: 'RFC 9110 §13.1.5',
    in: 'request',
    purpose: text('Makes Range count only while the representation is the same.'),
  },
  /** Makes the request depend on no change since a date (RFC 9110 §13.1.4). */
  'if-unmodified-since': {
    name: 'If-Unmodified-Since',
    cite: 'RFC 9110 §13.1.4',
    in: 'request',
    purpose: text('Makes the request depend on no change since a date.'),
  },
  /** Names the instance manipulations that were applied (RFC 3229 §10.5.2). */
  im: {
    name: 'IM',
    cite: 'RFC 3229 §10.5.2',
    in: 'response',
    purpose: text('Names the instance manipulations that were applied.'),
  },
  /** Carries parameters of a persistent HTTP/1 connection (RFC 2068 §19.7.1.1). */
  'keep-alive': {
    name: 'Keep-Alive',
    cite: 'RFC 2068 §19.7.1.1',
    in: 'both',
    purpose: text('Carries parameters of a persistent HTTP/1 connection.'),
  },
  /**
   * Names the last event that the client got from the stream
   * (https://html.spec.whatwg.org/multipage/server-sent-events.html#last-event-id).
   */
  'last-event-id': {
    name: 'Last-Event-ID',
    cite: 'https://html.spec.whatwg.org/multipage/server-sent-events.html#last-event-id',
    in: 'request',
    purpose: text('Names the last event that the client got from the stream.'),
  },
  /** Says when the representation last changed (RFC 9110 §8.8.2). */
  'last-modified': {
    name: 'Last-Modified',
    cite: 'RFC 9110 §8.8.2',
    in: 'response',
    purpose: text('Says when the representation last changed.'),
  },
  /** Relates the resource to others (RFC 8288 §3). */
  link: {
    name: 'Link',
    cite: 'RFC 8288 §3',
    in: 'both',
    purpose: text('Relates the resource to others.'),
  },
  /** Names the resource that was created or that the client should go to (RFC 9110 §10.2.2). */
  location: {
    name: 'Location',
    cite: 'RFC 9110 §10.2.2',
    in: 'response',
    purpose: text('Names the resource that was created or that the client should go to.'),
  },
  /** Names a WebDAV lock (RFC 4918 §10.5). */
  'lock-token': {
    name: 'Lock-Token',
    cite: 'RFC 4918 §10.5',
    in: 'both',
    purpose: text('Names a WebDAV lock.'),
  },
  /** Limits how often TRACE and OPTIONS are passed on (RFC 9110 §7.6.2). */
  'max-forwards': {
    name: 'Max-Forwards',
    cite: 'RFC 9110 §7.6.2',
    in: 'request',
    only: { methods: ['OPTIONS', 'TRACE'], rule: 'max-forwards-trace-options' },
    purpose: text('Limits how often TRACE and OPTIONS are passed on.'),
  },
  /** Says which transparent negotiation the client supports (RFC 2295 §8.4). */
  negotiate: {
    name: 'Negotiate',
    cite: 'RFC 2295 §8.4',
    in: 'request',
    purpose: text('Says which transparent negotiation the client supports.'),
  },
  /** Names the origin that caused the request (RFC 6454 §7). */
  origin: {
    name: 'Origin',
    cite: 'RFC 6454 §7',
    in: 'request',
    purpose: text('Names the origin that caused the request.'),
  },
  /** Says which browser features a page may use (https://w3c.github.io/webappsec-permissions-policy). */
  'permissions-policy': {
    name: 'Permissions-Policy',
    cite: 'https://w3c.github.io/webappsec-permissions-policy',
    in: 'response',
    purpose: text('Says which browser features a page may use.'),
  },
  /** Told HTTP/1.0 caches not to answer; deprecated for Cache-Control (RFC 9111 §5.4). */
  pragma: {
    name: 'Pragma',
    cite: 'RFC 9111 §5.4',
    in: 'both',
    purpose: text('Told HTTP/1.0 caches not to answer; deprecated for Cache-Control.'),
  },
  /** Says how the client would like the request to be handled (RFC 7240 §2). */
  prefer: {
    name: 'Prefer',
    cite: 'RFC 7240 §2',
    in: 'request',
    purpose: text('Says how the client would like the request to be handled.'),
  },
  /** Names the preferences that were honoured (RFC 7240 §3). */
  'preference-applied': {
    name: 'Preference-Applied',
    cite: 'RFC 7240 §3',
    in: 'response',
    purpose: text('Names the preferences that were honoured.'),
  },
  /** Says how urgent the response is among others (RFC 9218 §5). */
  priority: {
    name: 'Priority',
    cite: 'RFC 9218 §5',
    in: 'both',
    purpose: text('Says how urgent the response is among others.'),
  },
  /** Says how the client can authenticate to the proxy (RFC 9110 §11.7.1). */
  'proxy-authenticate': {
    name: 'Proxy-Authenticate',
    cite: 'RFC 9110 §11.7.1',
    in: 'response',
    purpose: text('Says how the client can authenticate to the proxy.'),
  },
  /** Tells more about an authentication to the proxy that succeeded (RFC 9110 §11.7.3). */
  'proxy-authentication-info': {
    name: 'Proxy-Authentication-Info',
    cite: 'RFC 9110 §11.7.3',
    in: 'response',
    purpose: text('Tells more about an authentication to the proxy that succeeded.'),
  },
  /** Carries the credentials for the proxy (RFC 9110 §11.7.2). */
  'proxy-authorization': {
    name: 'Proxy-Authorization',
    cite: 'RFC 9110 §11.7.2',
    in: 'request',
    purpose: text('Carries the credentials for the proxy.'),
  },
  /** Was meant as Connection for proxies and has no standard (RFC 9113 §8.2.2). */
  'proxy-connection': {
    name: 'Proxy-Connection',
    cite: 'RFC 9113 §8.2.2',
    in: 'both',
    purpose: text('Was meant as Connection for proxies and has no standard.'),
  },
  /** Tells how proxies on the way handled the response (RFC 9209 §2). */
  'proxy-status': {
    name: 'Proxy-Status',
    cite: 'RFC 9209 §2',
    in: 'response',
    purpose: text('Tells how proxies on the way handled the response.'),
  },
  /** Asks for parts of the representation (RFC 9110 §14.2). */
  range: {
    name: 'Range',
    cite: 'RFC 9110 §14.2',
    in: 'request',
    purpose: text('Asks for parts of the representation.'),
  },
  /** Says how much of the quota is left (draft-ietf-httpapi-ratelimit-headers). */
  ratelimit: {
    name: 'RateLimit',
    cite: 'draft-ietf-httpapi-ratelimit-headers',
    in: 'response',
    purpose: text('Says how much of the quota is left.'),
  },
  /** Says which quotas there are (draft-ietf-httpapi-ratelimit-headers). */
  'ratelimit-policy': {
    name: 'RateLimit-Policy',
    cite: 'draft-ietf-httpapi-ratelimit-headers',
    in: 'response',
    purpose: text('Says which quotas there are.'),
  },
  /** Names the resource that led to the request (RFC 9110 §10.1.3). */
  referer: {
    name: 'Referer',
    cite: 'RFC 9110 §10.1.3',
    in: 'request',
    purpose: text('Names the resource that led to the request.'),
  },
  /** Says how much of Referer a browser sends on (https://www.w3.org/TR/referrer-policy/#referrer-policy-header). */
  'referrer-policy': {
    name: 'Referrer-Policy',
    cite: 'https://www.w3.org/TR/referrer-policy/#referrer-policy-header',
    in: 'response',
    purpose: text('Says how much of Referer a browser sends on.'),
  },
  /** Carries digests of the whole representation (RFC 9530 §3). */
  'repr-digest': {
    name: 'Repr-Digest',
    cite: 'RFC 9530 §3',
    in: 'both',
    purpose: text('Carries digests of the whole representation.'),
  },
  /** Says how long to wait before the next request (RFC 9110 §10.2.3). */
  'retry-after': {
    name: 'Retry-After',
    cite: 'RFC 9110 §10.2.3',
    in: 'response',
    purpose: text('Says how long to wait before the next request.'),
  },
  /** Confirms the opening handshake of a WebSocket (RFC 6455 §11.3.3). */
  'sec-websocket-accept': {
    name: 'Sec-WebSocket-Accept',
    cite: 'RFC 6455 §11.3.3',
    in: 'response',
    purpose: text('Confirms the opening handshake of a WebSocket.'),
  },
  /** Agrees on the extensions of a WebSocket (RFC 6455 §11.3.2). */
  'sec-websocket-extensions': {
    name: 'Sec-WebSocket-Extensions',
    cite: 'RFC 6455 §11.3.2',
    in: 'both',
    purpose: text('Agrees on the extensions of a WebSocket.'),
  },
  /** Starts the opening handshake of a WebSocket (RFC 6455 §11.3.1). */
  'sec-websocket-key': {
    name: 'Sec-WebSocket-Key',
    cite: 'RFC 6455 §11.3.1',
    in: 'request',
    purpose: text('Starts the opening handshake of a WebSocket.'),
  },
  /** Agrees on the protocol inside a WebSocket (RFC 6455 §11.3.4). */
  'sec-websocket-protocol': {
    name: 'Sec-WebSocket-Protocol',
    cite: 'RFC 6455 §11.3.4',
    in: 'both',
    purpose: text('Agrees on the protocol inside a WebSocket.'),
  },
  /** Names the version of the WebSocket protocol (RFC 6455 §11.3.5). */
  'sec-websocket-version': {
    name: 'Sec-WebSocket-Version',
    cite: 'RFC 6455 §11.3.5',
    in: 'both',
    purpose: text('Names the version of the WebSocket protocol.'),
  },
  /** Names the software of the origin server (RFC 9110 §10.2.4). */
  server: {
    name: 'Server',
    cite: 'RFC 9110 §10.2.4',
    in: 'response',
    purpose: text('Names the software of the origin server.'),
  },
  /** Tells where the time went in the server (https://www.w3.org/TR/server-timing/). */
  'server-timing': {
    name: 'Server-Timing',
    cite: 'https://www.w3.org/TR/server-timing/',
    in: 'response',
    purpose: text('Tells where the time went in the server.'),
  },
  /** Gives the client a cookie to send back (RFC 6265 §4.1). */
  'set-cookie': {
    name: 'Set-Cookie',
    cite: 'RFC 6265 §4.1',
    in: 'response',
    purpose: text('Gives the client a cookie to send back.'),
  },
  /** Carries signatures over parts of the message (RFC 9421 §4.2). */
  signature: {
    name: 'Signature',
    cite: 'RFC 9421 §4.2',
    in: 'both',
    purpose: text('Carries signatures over parts of the message.'),
  },
  /** Says what the signatures cover (RFC 9421 §4.1). */
  'signature-input': {
    name: 'Signature-Input',
    cite: 'RFC 9421 §4.1',
    in: 'both',
    purpose: text('Says what the signatures cover.'),
  },
  /** Has the client use nothing but HTTPS for the host (RFC 6797 §6.1). */
  'strict-transport-security': {
    name: 'Strict-Transport-Security',
    cite: 'RFC 6797 §6.1',
    in: 'response',
    purpose: text('Has the client use nothing but HTTPS for the host.'),
  },
  /** Says when the resource will probably stop answering (RFC 8594 §3). */
  sunset: {
    name: 'Sunset',
    cite: 'RFC 8594 §3',
    in: 'response',
    purpose: text('Says when the resource will probably stop answering.'),
  },
  /** Names the transfer codings that the client takes, and whether trailers (RFC 9110 §10.1.4). */
  te: {
    name: 'TE',
    cite: 'RFC 9110 §10.1.4',
    in: 'request',
    purpose: text('Names the transfer codings that the client takes, and whether trailers.'),
  },
  /** Names the trace that the request belongs to (https://www.w3.org/TR/trace-context/#traceparent-header). */
  traceparent: {
    name: 'Traceparent',
    cite: 'https://www.w3.org/TR/trace-context/#traceparent-header',
    in: 'request',
    purpose: text('Names the trace that the request belongs to.'),
  },
  /** Carries the tracing systems' own data about the trace (https://www.w3.org/TR/trace-context/#tracestate-header). */
  tracestate: {
    name: 'Tracestate',
    cite: 'https://www.w3.org/TR/trace-context/#tracestate-header',
    in: 'request',
    purpose: text("Carries the tracing systems' own data about the trace."),
  },
  /** Names the fields that will follow the content (RFC 9110 §6.6.2). */
  trailer: {
    name: 'Trailer',
    cite: 'RFC 9110 §6.6.2',
    in: 'both',
    purpose: text('Names the fields that will follow the content.'),
  },
  /** Names the codings that frame the content on an HTTP/1.1 connection (RFC 9112 §6.1). */
  'transfer-encoding': {
    name: 'Transfer-Encoding',
    cite: 'RFC 9112 §6.1',
    in: 'both',
    purpose: text('Names the codings that frame the content on an HTTP/1.1 connection.'),
  },
  /** Names protocols that the sender would rather speak on this connection (RFC 9110 §7.8). */
  upgrade: {
    name: 'Upgrade',
    cite: 'RFC 9110 §7.8',
    in: 'both',
    purpose: text('Names protocols that the sender would rather speak on this connection.'),
  },
  /** Says whether the upload is whole (draft-ietf-httpbis-resumable-upload). */
  'upload-complete': {
    name: 'Upload-Complete',
    cite: 'draft-ietf-httpbis-resumable-upload',
    in: 'both',
    purpose: text('Says whether the upload is whole.'),
  },
  /** Says what limits an upload has (draft-ietf-httpbis-resumable-upload). */
  'upload-limit': {
    name: 'Upload-Limit',
    cite: 'draft-ietf-httpbis-resumable-upload',
    in: 'response',
    purpose: text('Says what limits an upload has.'),
  },
  /** Says how many octets of the upload have arrived (draft-ietf-httpbis-resumable-upload). */
  'upload-offset': {
    name: 'Upload-Offset',
    cite: 'draft-ietf-httpbis-resumable-upload',
    in: 'both',
    purpose: text('Says how many octets of the upload have arrived.'),
  },
  /** Names the software of the client (RFC 9110 §10.1.5). */
  'user-agent': {
    name: 'User-Agent',
    cite: 'RFC 9110 §10.1.5',
    in: 'request',
    purpose: text('Names the software of the client.'),
  },
  /** Names the request fields that the choice of the response depended on (RFC 9110 §12.5.5). */
  vary: {
    name: 'Vary',
    cite: 'RFC 9110 §12.5.5',
    in: 'response',
    purpose: text('Names the request fields that the choice of the response depended on.'),
  },
  /** Names the proxies and gateways on the way (RFC 9110 §7.6.3). */
  via: {
    name: 'Via',
    cite: 'RFC 9110 §7.6.3',
    in: 'both',
    purpose: text('Names the proxies and gateways on the way.'),
  },
  /** Asks for digests of the content (RFC 9530 §4). */
  'want-content-digest': {
    name: 'Want-Content-Digest',
    cite: 'RFC 9530 §4',
    in: 'both',
    purpose: text('Asks for digests of the content.'),
  },
  /** Asks for digests of the representation (RFC 9530 §4). */
  'want-repr-digest': {
    name: 'Want-Repr-Digest',
    cite: 'RFC 9530 §4',
    in: 'both',
    purpose: text('Asks for digests of the representation.'),
  },
  /** Told more about a status; obsolete (RFC 9111 §5.5). */
  warning: {
    name: 'Warning',
    cite: 'RFC 9111 §5.5',
    in: 'response',
    purpose: text('Told more about a status; obsolete.'),
  },
  /** Says how the client can authenticate to the origin server (RFC 9110 §11.6.1). */
  'www-authenticate': {
    name: 'WWW-Authenticate',
    cite: 'RFC 9110 §11.6.1',
    in: 'response',
    purpose: text('Says how the client can authenticate to the origin server.'),
  },
  /** Has the browser trust Content-Type and not guess (https://fetch.spec.whatwg.org/#x-content-type-options-header). */
  'x-content-type-options': {
    name: 'X-Content-Type-Options',
    cite: 'https://fetch.spec.whatwg.org/#x-content-type-options-header',
    in: 'response',
    purpose: text('Has the browser trust Content-Type and not guess.'),
  },
  /** Says who may show the page in a frame (https://html.spec.whatwg.org/multipage/browsing-the-web.html#x-frame-options). */
  'x-frame-options': {
    name: 'X-Frame-Options',
    cite: 'https://html.spec.whatwg.org/multipage/browsing-the-web.html#x-frame-options',
    in: 'response',
    purpose: text('Says who may show the page in a frame.'),
  },
} as const satisfies { readonly [field: string]: FieldFacts }

/** The fields as a type: one key per name in lower case, one literal per column. */
export type Fields = typeof fields
