/** Every rule that one exchange can show: one exchange is refused by it, in its words, and one is not. */
import { describe, expect, it } from 'vitest'
import { languageOf } from '../../src/rules/example.js'
import { rules } from '../../src/rules/index.js'
import type { Rule } from '../../src/rules/rule.js'
import { tryExchange } from '../../src/rules/trial.js'
import { written } from './written.js'

const book: readonly Rule[] = Object.values(rules)
const audible = book.filter(({ exchange }) => exchange !== undefined)
/** Rules for rows of a registry of one's own: RFC 9110 has no row that they speak for. */
const own = /^(content-never|method-content-never|field-required|field-forbidden|condition-wanted)$/

const examples = audible.flatMap((rule) => {
  const here = languageOf(rule.bad) === 'http' ? rule : undefined
  const bad = rule.messages?.bad ?? here?.bad
  const good = rule.messages?.good ?? here?.good
  return bad !== undefined && good !== undefined ? [{ rule, bad, good }] : []
})

const say = (text: string) =>
  tryExchange(written(text)).map(({ rule, level, message, cite, fix }) => ({
    rule,
    level,
    sentence: `${message} (${cite}): ${fix} [${rule}]`,
  }))

it('each has an example in messages', () => {
  const shown = new Set(examples.map(({ rule }) => rule.id))
  expect(audible.map(({ id }) => id).filter((id) => !shown.has(id) && !own.test(id))).toEqual([])
})

describe.each(examples.map((example) => [example.rule.id, example] as const))('%s', (id, { rule, bad, good }) => {
  it('wrong: it says so, in full, and no other must-rule speaks', () => {
    const said = say(bad)
    const mine = said.filter((finding) => finding.rule === id)
    expect(mine.length, `${bad}\n${JSON.stringify(said)}`).toBeGreaterThan(0)
    for (const { sentence } of mine) expect(sentence).not.toMatch(/<[a-z]+>(?!:)/)
    expect(said.filter((finding) => finding.level === 'must' && finding.rule !== id).map(({ sentence }) => sentence)).toEqual([])
    expect(mine[0]!.sentence.length).toBeLessThanOrEqual(rule.level === 'must' ? 190 : 190)
  })
  it('right: nothing', () => {
    const said = say(good)
    expect(said.filter((finding) => finding.level === 'must' || finding.rule === id).map(({ sentence }) => sentence)).toEqual([])
  })
})

it('says it in these words', () => {
  expect(examples.map(({ rule, bad }) => say(bad).find((finding) => finding.rule === rule.id)?.sentence)).toMatchInlineSnapshot(`
    [
      "415 Unsupported Media Type does not say which media types are supported (RFC 9110 §15.5.16): declare 'accept' [accept-415]",
      "415 Unsupported Media Type does not say which content codings are supported (RFC 9110 §12.5.3): declare 'accept-encoding' [accept-encoding-415]",
      "415 Unsupported Media Type to PATCH should send Accept-Patch (RFC 5789 §2.2): add headers: { 'accept-patch': … } [accept-patch-415]",
      "Accept-Query is a list of media types as Structured Fields, not application/sql; application/json (RFC 10008 §3): write "application/sql", say [accept-query-sf-list]",
      "204 No Content to OPTIONS should send Allow (RFC 9110 §9.3.7): add headers: { allow: … } [allow-on-options]",
      "405 Method Not Allowed must send Allow (RFC 9110 §15.5.6): add headers: { allow: … } [allow-required-405]",
      "GET cannot address the whole server with * (RFC 9110 §7.1): use options(), or name a path [asterisk-form-options-only]",
      "www-authenticate shows a realm without quotes: Basic realm=todos (RFC 9110 §11.5): write realm="…" [authentication-challenge-quoting]",
      "451 Unavailable For Legal Reasons should send Link, to tell who blocks (RFC 7725 §4): add headers: { link: … } with rel="blocked-by" [blocked-by-451]",
      "Cache-Control shows max-age="60": seconds are digits without quotes (RFC 9111 §5.2.2.1): write max-age=60, say [cache-directive-token-form]",
      "CONNECT names a host and a port, not a path (RFC 9110 §9.3.6): write 'example.com:443' [connect-authority-form]",
      "CONNECT requests carry no content (RFC 9110 §9.3.6): remove body [connect-no-request-content]",
      "Connection names cache-control, which is meant for the final recipient (RFC 9110 §7.6.1): remove it [connection-no-end-to-end]",
      "Connection says keep-alive, which does not announce Upgrade (RFC 9110 §7.8): say upgrade in Connection [connection-upgrade-option]",
      "Content-Length counts octets in digits, not +5 (RFC 9110 §8.6): declare a non-negative integer [content-length-grammar]",
      "Content-Length stands beside Transfer-Encoding (RFC 9112 §6.2): keep one of them [content-length-xor-transfer-encoding]",
      "416 Range Not Satisfiable should send Content-Range (RFC 9110 §15.5.17): add headers: { 'content-range': … } [content-range-416]",
      "200 OK gives Content-Range no meaning (RFC 9110 §14.4): use 206, or another field [content-range-only-206-416]",
      "100 Continue answers an Expect request (RFC 9110 §15.2.1): declare headers: { expect: … } on the route [continue-needs-expect]",
      "DELETE content has no defined meaning (RFC 9110 §9.3.5): name the resource in the path, or use post() [delete-content-discouraged]",
      "DELETE should not succeed with 201 Created (RFC 9110 §9.3.5): use 200, 202 or 204 [delete-success-statuses]",
      "Deprecation is @ and seconds since 1970, not true (RFC 9745 §2.1): write @1767225600, say [deprecation-sf-date]",
      "content-digest is a dictionary of byte sequences, not sha-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyW… (RFC 9530 §2): write sha-256=:…: [digest-fields-sf-dictionary]",
      "early-data is a request field (RFC 8470 §5.1): remove it from the response headers [early-data-not-in-response]",
      "Early-Data is 1, not true (RFC 8470 §5.1): write 1 [early-data-value]",
      "ETag is a tag in double quotes, not v1 (RFC 9110 §8.8.3): write "v1" or W/"v1" [etag-grammar]",
      "417 Expectation Failed answers an Expect request (RFC 9110 §15.5.18): declare headers: { expect: … } on the route [expectation-failed-needs-expect]",
      "'rate limit' is not a field name (RFC 9110 §5.1): use letters, digits and - [field-name-token]",
      "GET content has no defined meaning (RFC 9110 §9.3.1): use query parameters, query() or post() [get-content-discouraged]",
      "HEAD content has no defined meaning (RFC 9110 §9.3.2): remove body [head-content-discouraged]",
      "Strict-Transport-Security has max-age once, not includeSubDomains (RFC 6797 §6.1.1): write max-age=31536000, say [hsts-max-age]",
      "last-modified is an HTTP-date, not 2026-01-31T12:00:00Z (RFC 9110 §5.6.7): write Sun, 06 Nov 1994 08:49:37 GMT, say [http-date-imf-fixdate]",
      "Idempotency-Key is a string in double quotes, not 8e03978e (draft-ietf-httpapi-idempotency-key-header-07 §2.1): write "8e03978e", say [idempotency-key-string]",
      "if-match shows * among entity tags: "v1", * (RFC 9110 §13.1.1): use one or the other [if-match-star-alone]",
      "DELETE ignores If-Modified-Since (RFC 9110 §13.1.3): use If-Unmodified-Since or If-Match [if-modified-since-get-head]",
      "GET /films/7 takes If-Range, but not Range (RFC 9110 §13.1.5): declare range too [if-range-needs-range]",
      "If-Range shows a weak entity tag, W/"v1" (RFC 9110 §13.1.5): use a strong one [if-range-no-weak-etag]",
      "226 IM Used answers a GET with A-IM, and carries ETag (RFC 3229 §10.4.1): use get() with headers: { 'a-im': … } and an etag [im-used-needs-a-im]",
      "Cache-Control gives immutable an argument: max-age=60, immutable=1 (RFC 8246 §2): write immutable alone [immutable-no-argument]",
      "Link shows a link without a relation: </todos?page=2> (RFC 8288 §3.3): add rel="…" [link-rel-present]",
      "201 Created without Location names the target itself (RFC 9110 §15.3.2): add headers: { location: … } if it is not so [location-201-or-target]",
      "300 Multiple Choices should send Location if it has a preferred choice (RFC 9110 §15.4.1): add headers: { location: … } [location-300-preferred]",
      "303 See Other must send Location (RFC 9110 §15.4.4): add headers: { location: … } [location-on-303]",
      "301 Moved Permanently should send Location (RFC 9110 §15.4): add headers: { location: … } [location-on-redirect]",
      "GET gives max-forwards no meaning (RFC 9110 §7.6.2): remove it, or use trace() or options() [max-forwards-trace-options]",
      "get is not a method: names are case-sensitive (RFC 9110 §9.1): write it in capitals [method-case-sensitive]",
      "GET@ is not a method name (RFC 9110 §9.1): use letters, digits or the marks of a token, without spaces [method-token]",
      "206 Partial Content sends several parts as multipart/mixed; boundary=x (RFC 9110 §15.3.7.2): use multipart/byteranges [multipart-206-content-type]",
      "207 Multi-Status carries application/json, not a multistatus in XML (RFC 4918 §13): use application/xml, or 200 [multistatus-body]",
      "Cache-Control shows must-understand without no-store: must-understand, max-age=60 (RFC 9111 §5.2.2.3): add no-store [must-understand-with-no-store]",
      "103 Early Hints carries no content (RFC 9110 §15.2): use empty() [no-content-1xx]",
      "204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]",
      "205 Reset Content carries no content (RFC 9110 §15.3.6): use empty() [no-content-205]",
      "304 Not Modified carries no content (RFC 9110 §15.4.5): use empty() [no-content-304]",
      "200 OK to CONNECT opens the tunnel and carries no content (RFC 9110 §9.3.6): use empty() [no-content-connect-2xx]",
      "200 OK to HEAD carries no content (RFC 9110 §9.3.2): use empty() [no-content-head]",
      "204 No Content must not send Content-Length (RFC 9110 §8.6): remove content-length from its headers [no-content-length-1xx-204]",
      "200 OK to CONNECT opens a tunnel, which has no Content-Length (RFC 9110 §9.3.6): remove it [no-content-length-connect-2xx]",
      "206 Partial Content as multipart/byteranges has no Content-Range of its own (RFC 9110 §15.3.7.2): leave it to the parts [no-content-range-multipart-206]",
      "accept shows a list with an empty member: application/json,,text/csv (RFC 9110 §5.6.1): remove the comma [no-empty-list-elements]",
      "content-encoding names identity, which is no coding (RFC 9110 §8.4): leave the field out [no-identity-content-encoding]",
      "306 (Unused) is reserved and has no meaning (RFC 9110 §15.4.7): remove 306 [no-reserved-status]",
      "429 Too Many Requests must not be stored, but Cache-Control says max-age=60 (RFC 6585 §3): say no-store [no-store-6585]",
      "location shows a user in a URI: https://user:secret@todos.example/ (RFC 9110 §4.2.4): leave user and password out [no-userinfo-in-uri]",
      "304 Not Modified describes a representation that it does not send, by content-type (RFC 9110 §15.4.5): leave it to the 200 [not-modified-minimal]",
      "PUT never answers 304 Not Modified (RFC 9110 §15.4.5): use 412 for a precondition that failed [not-modified-only-conditional-get]",
      "206 Partial Content answers a Range request (RFC 9110 §15.3.7): declare headers: { range: … } on the route [partial-needs-range]",
      "PATCH /todos/7 takes application/json-patch+json, but not If-Match (RFC 5789 §2): add headers: { 'if-match': … } [patch-conditional-request]",
      "200 OK to POST says max-age=60, but has no Content-Location (RFC 9110 §9.3.3): add 'content-location', or say no-store [post-cacheable-conditions]",
      "201 Created to POST should send Location (RFC 9110 §9.3.3): add headers: { location: … } [post-created-location]",
      "POST never answers 304 Not Modified (RFC 9110 §9.3.3): remove 304 [post-never-206-304-416]",
      "412 Precondition Failed answers a precondition (RFC 9110 §15.5.13): declare headers: { 'if-match': … } on the route [precondition-failed-needs-precondition]",
      "OPTIONS never answers 412 Precondition Failed (RFC 9110 §13.2.1): remove 412: it ignores preconditions [preconditions-ignored-connect-options-trace]",
      "200 OK sends Preference-Applied, but GET takes no Prefer (RFC 7240 §3): declare prefer [preference-applied-only-when-prefer]",
      "404 Not Found is a problem document sent as application/json (RFC 9457 §3): use problem() [problem-media-type]",
      "status of a problem is string (RFC 9457 §3.1): use a number for status, strings for the others [problem-member-types]",
      "404 Not Found carries a problem whose status is 400 (RFC 9457 §3.1.2): use the same code [problem-status-matches]",
      "407 Proxy Authentication Required must send Proxy-Authenticate (RFC 9110 §15.5.8): add headers: { 'proxy-authenticate': … } [proxy-authenticate-407]",
      "PUT never answers 205 Reset Content (RFC 9110 §9.3.4): use 200 or 204 for what was replaced, 201 for what was created [put-replaced-200-or-204]",
      "accept shows a weight that is none: text/csv;q=0.1234 (RFC 9110 §12.4.2): use 0 to 1 with up to three decimals [qvalue-three-digits]",
      "PUT never answers 416 Range Not Satisfiable (RFC 9110 §14.2): remove 416, or use get() with headers: { range: … } [range-only-get-query]",
      "416 Range Not Satisfiable answers a Range request (RFC 9110 §15.5.17): declare headers: { range: … } on the route [range-unsatisfiable-needs-range]",
      "413 Content Too Large should send Retry-After if the limit is temporary (RFC 9110 §15.5.14): add headers: { 'retry-after': … } [retry-after-413]",
      "429 Too Many Requests may send Retry-After (RFC 6585 §4): add headers: { 'retry-after': … } [retry-after-429]",
      "503 Service Unavailable may send Retry-After (RFC 9110 §15.6.4): add headers: { 'retry-after': … } [retry-after-503]",
      "Retry-After is whole seconds or an HTTP-date, not 1.5 (RFC 9110 §10.2.3): write 120, say [retry-after-grammar]",
      "999 is not a status code (RFC 9110 §15): use three digits, 100–599, a range such as 4xx, or default [status-code-range]",
      "Sunset is an HTTP-date, not 2027-01-01 (RFC 8594 §3): write Fri, 01 Jan 2027 00:00:00 GMT, say [sunset-http-date]",
      "Sunset, Wed, 01 Jan 2025 00:00:00 GMT, comes before Deprecation (RFC 9745 §4): let the sunset follow [sunset-not-before-deprecation]",
      "425 Too Early answers an Early-Data request (RFC 8470 §5.2): declare headers: { 'early-data': … } on the route [too-early-needs-early-data]",
      "TRACE requests carry no content (RFC 9110 §9.3.8): remove body [trace-no-request-content]",
      "TRACE must not carry authorization (RFC 9110 §9.3.8): remove it from headers [trace-no-sensitive-fields]",
      "Trailer announces content-type, which belongs before the content (RFC 9110 §6.5.1): send it as a header field [trailer-field-permitted]",
      "101 Switching Protocols must send Upgrade (RFC 9110 §15.2.2): add headers: { upgrade: … } [upgrade-101]",
      "426 Upgrade Required must send Upgrade (RFC 9110 §15.5.22): add headers: { upgrade: … } [upgrade-426]",
      "101 Switching Protocols answers an Upgrade request (RFC 9110 §7.8): declare headers: { upgrade: … } on the route [upgrade-was-offered]",
      "200 OK to GET has no validator, but GET takes if-none-match (RFC 9110 §8.8.3.1): declare 'etag' [validators-on-200-get]",
      "PROPFIND must send Depth (RFC 4918 §9.1): add headers: { depth: … } [webdav-depth-propfind]",
      "MOVE must send Destination (RFC 4918 §9.8): add headers: { destination: … } [webdav-destination]",
      "401 Unauthorized must send WWW-Authenticate (RFC 9110 §15.5.2): add headers: { 'www-authenticate': … } [www-authenticate-401]",
    ]
  `)
})
