/** Every rule that one exchange can show: one exchange is refused by it, in its words, and one is not. */
import { describe, expect, it } from 'vitest'
import { languageOf } from '../../src/rules/example.js'
import type { Message } from '../../src/rules/exchange.js'
import { rules } from '../../src/rules/index.js'
import type { Rule } from '../../src/rules/rule.js'
import { tryEach, tryExchange } from '../../src/rules/trial.js'
import { written } from './written.js'

const book: readonly Rule[] = Object.values(rules)
const audible = book.filter(({ exchange }) => exchange !== undefined)
/** Rules for rows of a registry of one's own, and for a contract: they have tests of their own. */
const own =
  /^(undeclared-status|undeclared-type|undeclared-content|field-schema|allow-matches-routes|disallowed-method-405|content-never|method-content-never|field-required|field-forbidden|condition-wanted)$/

const examples = audible
  .filter(({ id }) => !own.test(id))
  .flatMap((rule) => {
    const here = languageOf(rule.bad) === 'http' ? rule : undefined
    const bad = rule.messages?.bad ?? here?.bad
    const good = rule.messages?.good ?? here?.good
    return bad !== undefined && good !== undefined ? [{ rule, bad, good }] : []
  })

/** What else is wrong in the wrong example, and cannot be otherwise. */
const alongside: Readonly<Record<string, readonly string[]>> = {
  // They are answers to Upgrade, a field that must not be there either.
  'no-101-in-h2-h3': ['h2-no-connection-fields', 'upgrade-was-offered'],
  'no-426-in-h2-h3': ['upgrade-426'],
  // The date that is none.
  'if-unmodified-since-fallback': ['http-date-imf-fixdate'],
}

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

describe.each(examples.map((example) => [example.rule.id, example] as const))('%s', (id, { bad, good }) => {
  it('wrong: it says so, in full, and no other must-rule speaks', () => {
    const said = say(bad)
    const mine = said.filter((finding) => finding.rule === id)
    expect(mine.length, `${bad}\n${JSON.stringify(said)}`).toBeGreaterThan(0)
    for (const { sentence } of mine) expect(sentence).not.toMatch(/<[a-z]+>(?!:)/)
    expect(
      said
        .filter((finding) => finding.level === 'must' && finding.rule !== id && !alongside[id]?.includes(finding.rule))
        .map(({ sentence }) => sentence),
    ).toEqual([])
    expect(mine[0]!.sentence.length).toBeLessThanOrEqual(190)
  })
  it('right: nothing', () => {
    const said = say(good)
    expect(said.filter((finding) => finding.level === 'must' || finding.rule === id).map(({ sentence }) => sentence)).toEqual([])
  })
})

it('says the same of what looks alike, whatever was judged before', () => {
  const all = audible
  let compared = 0
  for (const { bad, good } of examples)
    for (const text of [bad, good, bad]) {
      const { request, response, responses, ...whole } = written(text.replace(/ HTTP\/\S+$/m, ''))
      const unread = <M extends Message>({ content, ...rest }: M): M => ({ ...rest, content: { present: content.present } }) as unknown as M
      const shown = { ...whole, request: unread(request), responses: responses.map(unread), response: unread(response) }
      expect(tryExchange(shown, all)).toEqual(tryEach(shown, all))
      compared++
    }
  expect(compared).toBeGreaterThan(400)
})

it('says it in these words', () => {
  expect(examples.map(({ rule, bad }) => say(bad).find((finding) => finding.rule === rule.id)?.sentence)).toMatchInlineSnapshot(`
    [
      "415 Unsupported Media Type does not say which media types are supported (RFC 9110 §15.5.16): send accept [accept-415]",
      "415 Unsupported Media Type does not say which content codings are supported (RFC 9110 §12.5.3): send accept-encoding [accept-encoding-415]",
      "415 Unsupported Media Type to PATCH should send Accept-Patch (RFC 5789 §2.2): add headers: { 'accept-patch': … } [accept-patch-415]",
      "204 No Content to OPTIONS should send Accept-Patch, since /todos/7 has PATCH (RFC 5789 §3.1): add headers: { 'accept-patch': … } [accept-patch-options]",
      "Accept-Query is a list of media types as Structured Fields, not application/sql; application/json (RFC 10008 §3): write "application/sql", say [accept-query-sf-list]",
      "405 Method Not Allowed refuses PUT, and Allow lists it (RFC 9110 §15.5.6): leave it out of Allow [allow-excludes-refused-method]",
      "204 No Content to OPTIONS should send Allow (RFC 9110 §9.3.7): add headers: { allow: … } [allow-on-options]",
      "405 Method Not Allowed must send Allow (RFC 9110 §15.5.6): add headers: { allow: … } [allow-required-405]",
      "GET cannot address the whole server with * (RFC 9110 §7.1): use OPTIONS, or name a path [asterisk-form-options-only]",
      "www-authenticate shows a realm without quotes: Basic realm=todos (RFC 9110 §11.5): write realm="…" [authentication-challenge-quoting]",
      "451 Unavailable For Legal Reasons should send Link, to tell who blocks (RFC 7725 §4): add headers: { link: … } with rel="blocked-by" [blocked-by-451]",
      "Cache-Control shows max-age="60": seconds are digits without quotes (RFC 9111 §5.2.2.1): write max-age=60, say [cache-directive-token-form]",
      "Transfer-Encoding says chunked, gzip: chunked comes once, and last (RFC 9112 §6.1): end with chunked [chunked-final-once]",
      "CONNECT names a host and a port, not a path (RFC 9110 §9.3.6): write 'example.com:443' [connect-authority-form]",
      "CONNECT requests carry no content (RFC 9110 §9.3.6): remove the request content [connect-no-request-content]",
      "te is for the next hop alone, and Connection does not list it (RFC 9110 §7.6.1): say connection: te [connection-lists-hop-fields]",
      "Connection names cache-control, which is meant for the final recipient (RFC 9110 §7.6.1): remove it [connection-no-end-to-end]",
      "Connection says keep-alive, which does not announce Upgrade (RFC 9110 §7.8): say upgrade in Connection [connection-upgrade-option]",
      "Content-Encoding says gzip, and the content does not begin as gzip does (RFC 9110 §8.4): name the codings that were applied [content-encoding-accurate]",
      "Content-Length counts octets in digits, not +5 (RFC 9110 §8.6): write a non-negative integer [content-length-grammar]",
      "Content-Length says 7, and there are 5 octets (RFC 9110 §8.6): count the octets that are sent [content-length-true]",
      "Content-Length stands beside Transfer-Encoding (RFC 9112 §6.2): keep one of them [content-length-xor-transfer-encoding]",
      "206 Partial Content with a single part, video/mp4, lacks Content-Range (RFC 9110 §15.3.7.1): send content-range [content-range-206-single]",
      "416 Range Not Satisfiable should send Content-Range (RFC 9110 §15.5.17): add headers: { 'content-range': … } [content-range-416]",
      "200 OK gives Content-Range no meaning (RFC 9110 §14.4): use 206, or another field [content-range-only-206-416]",
      "Content-Range says bytes 9-5/500, which is no part of 206 Partial Content (RFC 9110 §14.4): write first-last/length, or */length where no range fits [content-range-valid]",
      "Content-Type is one media type, not text/html, application/json (RFC 9110 §8.3): send one [content-type-singleton]",
      "content is sent without Content-Type (RFC 9110 §8.3): name its media type [content-type-with-content]",
      "101 Switching Protocols comes before 100, which Expect asks for (RFC 9110 §7.8): send 100 first [continue-before-switching]",
      "100 Continue answers an Expect request (RFC 9110 §15.2.1): use another status: the request has no Expect [continue-needs-expect]",
      "200 OK has no Date (RFC 9110 §6.6.1): send date [date-2xx-3xx-4xx]",
      "DELETE content has no defined meaning (RFC 9110 §9.3.5): name the resource in the path, or use POST [delete-content-discouraged]",
      "DELETE should not succeed with 201 Created (RFC 9110 §9.3.5): use 200, 202 or 204 [delete-success-statuses]",
      "Deprecation is @ and seconds since 1970, not true (RFC 9745 §2.1): write @1767225600, say [deprecation-sf-date]",
      "content-digest is a dictionary of byte sequences, not sha-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyW… (RFC 9530 §2): write sha-256=:…: [digest-fields-sf-dictionary]",
      "early-data is a request field (RFC 8470 §5.1): remove it from the response headers [early-data-not-in-response]",
      "Early-Data is 1, not true (RFC 8470 §5.1): write 1 [early-data-value]",
      "ETag is a tag in double quotes, not v1 (RFC 9110 §8.8.3): write "v1" or W/"v1" [etag-grammar]",
      "POST expects 100-continue and has no content (RFC 9110 §10.1.1): send content, or no Expect [expect-continue-needs-content]",
      "417 Expectation Failed answers Expect in HTTP/1.0 (RFC 9110 §10.1.1): ignore the field there [expect-ignored-http10]",
      "417 Expectation Failed answers an Expect request (RFC 9110 §15.5.18): use another status: the request has no Expect [expectation-failed-needs-expect]",
      "'rate limit' is not a field name (RFC 9110 §5.1): use letters, digits and - [field-name-token]",
      "x-note shows a value with a line break or NUL: a\\nset-cookie: b (RFC 9110 §5.5): encode it, or refuse it [field-value-no-ctl]",
      "GET content has no defined meaning (RFC 9110 §9.3.1): use query parameters, QUERY or POST [get-content-discouraged]",
      "CONNECT has :path, and names host and port alone (RFC 9113 §8.5): leave it out [h2-connect-pseudo-headers]",
      "Date has capitals, and field names are lower case on the wire (RFC 9113 §8.2.1): write it in lower case [h2-lowercase-names]",
      "connection cannot be sent over HTTP/2 or HTTP/3 (RFC 9113 §8.2.2): leave it to the server [h2-no-connection-fields]",
      ":path stands after fields (RFC 9113 §8.3): put it once, before all fields [h2-pseudo-headers]",
      "TE says gzip, and HTTP/2 and HTTP/3 know trailers alone (RFC 9113 §8.2.2): write trailers [h2-te-trailers-only]",
      "HEAD content has no defined meaning (RFC 9110 §9.3.2): remove the request content [head-content-discouraged]",
      "HTTP/1.1 has one Host, and here there are 0 (RFC 9112 §3.2): send one [host-required]",
      "Strict-Transport-Security has max-age once, not includeSubDomains (RFC 6797 §6.1.1): write max-age=31536000, say [hsts-max-age]",
      "Strict-Transport-Security is sent over an insecure connection (RFC 6797 §7.2): send it over https alone [hsts-not-over-http]",
      "last-modified is an HTTP-date, not 2026-01-31T12:00:00Z (RFC 9110 §5.6.7): write Sun, 06 Nov 1994 08:49:37 GMT, say [http-date-imf-fixdate]",
      "Idempotency-Key is a string in double quotes, not 8e03978e (draft-ietf-httpapi-idempotency-key-header-07 §2.1): write "8e03978e", say [idempotency-key-string]",
      "if-match shows * among entity tags: "v1", * (RFC 9110 §13.1.1): use one or the other [if-match-star-alone]",
      "200 OK to If-Match: W/"v1", which is weak and never matches (RFC 9110 §13.1.1): answer 412 [if-match-strong]",
      "DELETE ignores If-Modified-Since (RFC 9110 §13.1.3): use If-Unmodified-Since or If-Match [if-modified-since-get-head]",
      "GET never answers 412 Precondition Failed (RFC 9110 §13.1.2): use 304 for If-None-Match that fails [if-none-match-false-status]",
      "200 OK sends "v1" again, which If-None-Match holds (RFC 9110 §13.1.2): answer 304 [if-none-match-weak]",
      "GET /films/7 takes If-Range, but not Range (RFC 9110 §13.1.5): send range too [if-range-needs-range]",
      "If-Range shows a weak entity tag, W/"v1" (RFC 9110 §13.1.5): use a strong one [if-range-no-weak-etag]",
      "412 Precondition Failed answers If-Unmodified-Since: yesterday, which is no date (RFC 9110 §13.1.4): ignore it [if-unmodified-since-fallback]",
      "226 IM Used answers a GET with A-IM, and carries ETag (RFC 3229 §10.4.1): use GET with A-IM and an etag [im-used-needs-a-im]",
      "Cache-Control gives immutable an argument: max-age=60, immutable=1 (RFC 8246 §2): write immutable alone [immutable-no-argument]",
      "Last-Modified, Sat, 31 Jan 2026 13:00:00 GMT, is later than Date (RFC 9110 §8.8.2.1): send that of Date [last-modified-not-in-future]",
      "Link shows a link without a relation: </todos?page=2> (RFC 8288 §3.3): add rel="…" [link-rel-present]",
      "201 Created without Location names the target itself (RFC 9110 §15.3.2): add headers: { location: … } if it is not so [location-201-or-target]",
      "300 Multiple Choices should send Location if it has a preferred choice (RFC 9110 §15.4.1): add headers: { location: … } [location-300-preferred]",
      "303 See Other must send Location (RFC 9110 §15.4.4): add headers: { location: … } [location-on-303]",
      "301 Moved Permanently should send Location (RFC 9110 §15.4): add headers: { location: … } [location-on-redirect]",
      "Location stands here 2 times (RFC 9110 §10.2.2): send it once [location-single-uri]",
      "GET gives max-forwards no meaning (RFC 9110 §7.6.2): remove it, or use TRACE or OPTIONS [max-forwards-trace-options]",
      "get is not a method: names are case-sensitive (RFC 9110 §9.1): write it in capitals [method-case-sensitive]",
      "GET@ is not a method name (RFC 9110 §9.1): use letters, digits or the marks of a token, without spaces [method-token]",
      "206 Partial Content sends several parts as multipart/mixed; boundary=x (RFC 9110 §15.3.7.2): use multipart/byteranges [multipart-206-content-type]",
      "207 Multi-Status carries application/json, not a multistatus in XML (RFC 4918 §13): use application/xml, or 200 [multistatus-body]",
      "Cache-Control shows must-understand without no-store: must-understand, max-age=60 (RFC 9111 §5.2.2.3): add no-store [must-understand-with-no-store]",
      "101 Switching Protocols does not exist in HTTP/2 and HTTP/3 (RFC 9113 §8.6): use extended CONNECT there [no-101-in-h2-h3]",
      "103 Early Hints is sent to HTTP/1.0, which has no 1xx (RFC 9110 §15.2): send the final response alone [no-1xx-to-http10]",
      "426 Upgrade Required does not exist in HTTP/2 and HTTP/3 (RFC 9113 §8.2.2): answer 505, or 421 [no-426-in-h2-h3]",
      "415 Unsupported Media Type sends Accept-Encoding, and the request had no coding (RFC 9110 §12.5.3): send accept [no-accept-encoding-415-unrelated]",
      "103 Early Hints carries no content (RFC 9110 §15.2): remove the content [no-content-1xx]",
      "204 No Content carries no content (RFC 9110 §15.3.5): remove the content [no-content-204]",
      "205 Reset Content carries no content (RFC 9110 §15.3.6): remove the content [no-content-205]",
      "304 Not Modified carries no content (RFC 9110 §15.4.5): remove the content [no-content-304]",
      "200 OK to CONNECT opens the tunnel and carries no content (RFC 9110 §9.3.6): remove the content [no-content-connect-2xx]",
      "200 OK to HEAD carries no content (RFC 9110 §9.3.2): remove the content [no-content-head]",
      "204 No Content must not send Content-Length (RFC 9110 §8.6): remove content-length from its headers [no-content-length-1xx-204]",
      "200 OK to CONNECT opens a tunnel, which has no Content-Length (RFC 9110 §9.3.6): remove it [no-content-length-connect-2xx]",
      "GET without content says Content-Length (RFC 9110 §8.6): remove it [no-content-length-on-bodyless-request]",
      "206 Partial Content as multipart/byteranges has no Content-Range of its own (RFC 9110 §15.3.7.2): leave it to the parts [no-content-range-multipart-206]",
      "accept shows a list with an empty member: application/json,,text/csv (RFC 9110 §5.6.1): remove the comma [no-empty-list-elements]",
      "content-encoding names identity, which is no coding (RFC 9110 §8.4): leave the field out [no-identity-content-encoding]",
      "206 Partial Content sends multipart/byteranges for a single range (RFC 9110 §15.3.7.2): send the part as it is, with Content-Range [no-multipart-for-single-range]",
      "x-note is folded over several lines (RFC 9112 §5.2): write it on one [no-obs-fold]",
      "306 (Unused) is reserved and has no meaning (RFC 9110 §15.4.7): remove 306 [no-reserved-status]",
      "transfer-encoding has a space before its colon, and the answer is 200 OK (RFC 9112 §5.1): answer 400 [no-space-before-colon]",
      "429 Too Many Requests must not be stored, but Cache-Control says max-age=60 (RFC 6585 §3): say no-store [no-store-6585]",
      "204 No Content carries trailers, though it has no content (RFC 9110 §6.5): send server-timing as a header field [no-trailers-without-content]",
      "204 No Content must not send Transfer-Encoding (RFC 9112 §6.1): remove it [no-transfer-encoding-1xx-204]",
      "200 OK to CONNECT opens a tunnel, which has no Transfer-Encoding (RFC 9112 §6.1): remove it [no-transfer-encoding-connect-2xx]",
      "Transfer-Encoding does not exist in HTTP/2 and HTTP/3 (RFC 9113 §8.1): remove it [no-transfer-encoding-h2-h3]",
      "POST is not safe, and early data can be replayed (RFC 8470 §4): send it after the handshake [no-unsafe-early-data]",
      "location shows a user in a URI: https://user:secret@todos.example/ (RFC 9110 §4.2.4): leave user and password out [no-userinfo-in-uri]",
      "406 Not Acceptable answers a request that states no preference (RFC 9110 §15.5.7): send what there is [not-acceptable-needs-negotiation]",
      "304 Not Modified describes a representation that it does not send, by content-type (RFC 9110 §15.4.5): leave it to the 200 [not-modified-minimal]",
      "304 Not Modified answers a request that compares nothing (RFC 9110 §15.4.5): send the representation [not-modified-needs-validator-condition]",
      "PUT never answers 304 Not Modified (RFC 9110 §15.4.5): use 412 for a precondition that failed [not-modified-only-conditional-get]",
      "GET is answered by 0 final responses (RFC 9110 §15): send one [one-final-response]",
      "OPTIONS content has no media type (RFC 9110 §9.3.7): send content-type [options-content-needs-type]",
      "a part of multipart/byteranges has no Content-Range (RFC 9110 §15.3.7.2): say in each part which one it is [part-content-range]",
      "206 Partial Content to If-Range repeats last-modified (RFC 9110 §15.3.7): leave it to the 200 [partial-if-range-minimal]",
      "206 Partial Content answers a Range request (RFC 9110 §15.3.7): use another status: the request has no Range [partial-needs-range]",
      "PATCH /todos/7 takes application/json-patch+json, but not If-Match (RFC 5789 §2): add headers: { 'if-match': … } [patch-conditional-request]",
      "200 OK to POST says max-age=60, but has no Content-Location (RFC 9110 §9.3.3): add 'content-location', or say no-store [post-cacheable-conditions]",
      "201 Created to POST should send Location (RFC 9110 §9.3.3): add headers: { location: … } [post-created-location]",
      "POST never answers 304 Not Modified (RFC 9110 §9.3.3): remove 304 [post-never-206-304-416]",
      "412 Precondition Failed answers a precondition (RFC 9110 §15.5.13): use another status: the request has no precondition [precondition-failed-needs-precondition]",
      "304 Not Modified with "v2", which if-none-match does not hold (RFC 9110 §13.2.2): evaluate if-none-match first [precondition-order]",
      "428 Precondition Required answers a request with if-match (RFC 6585 §3): answer 412 if it does not hold [precondition-required-needs-unconditional]",
      "OPTIONS never answers 412 Precondition Failed (RFC 9110 §13.2.1): remove 412: it ignores preconditions [preconditions-ignored-connect-options-trace]",
      "200 OK to DELETE has no content (RFC 9110 §15.3.1): tell what was done, or use 204 [prefer-204-over-empty-200]",
      "200 OK sends Preference-Applied, but GET takes no Prefer (RFC 7240 §3): leave it out [preference-applied-only-when-prefer]",
      "404 Not Found is a problem document sent as application/json (RFC 9457 §3): use application/problem+json [problem-media-type]",
      "status of a problem is string (RFC 9457 §3.1): use a number for status, strings for the others [problem-member-types]",
      "404 Not Found carries a problem whose status is 400 (RFC 9457 §3.1.2): use the same code [problem-status-matches]",
      "407 Proxy Authentication Required must send Proxy-Authenticate (RFC 9110 §15.5.8): add headers: { 'proxy-authenticate': … } [proxy-authenticate-407]",
      "PUT never answers 205 Reset Content (RFC 9110 §9.3.4): use 200 or 204 for what was replaced, 201 for what was created [put-replaced-200-or-204]",
      "QUERY content has no media type (RFC 10008 §2.1): answer 400, or 415 [query-content-type-present]",
      "accept shows a weight that is none: text/csv;q=0.1234 (RFC 9110 §12.4.2): use 0 to 1 with up to three decimals [qvalue-three-digits]",
      "206 Partial Content answers Range, though If-None-Match holds "v1" (RFC 9110 §13.2.2): answer 304 [range-after-preconditions]",
      "PUT never answers 416 Range Not Satisfiable (RFC 9110 §14.2): remove 416, or use GET with Range [range-only-get-query]",
      "416 Range Not Satisfiable answers a Range request (RFC 9110 §15.5.17): use another status: the request has no Range [range-unsatisfiable-needs-range]",
      "Referer tells too much: https://todos.example/#secret (RFC 9110 §10.1.3): leave out user and fragment, and send none from https to http [referer-no-userinfo-fragment]",
      "POST sends content that nothing delimits (RFC 9112 §6.3): send content-length, or transfer-encoding: chunked [request-content-framed]",
      "POST without content does not say so (RFC 9110 §8.6): send content-length: 0 [request-content-length-zero]",
      "205 Reset Content does not say in HTTP/1.1 that nothing follows (RFC 9110 §15.3.6): send content-length: 0 [reset-content-zero-length-framing]",
      "413 Content Too Large should send Retry-After if the limit is temporary (RFC 9110 §15.5.14): add headers: { 'retry-after': … } [retry-after-413]",
      "429 Too Many Requests may send Retry-After (RFC 6585 §4): add headers: { 'retry-after': … } [retry-after-429]",
      "503 Service Unavailable may send Retry-After (RFC 9110 §15.6.4): add headers: { 'retry-after': … } [retry-after-503]",
      "Retry-After is whole seconds or an HTTP-date, not 1.5 (RFC 9110 §10.2.3): write 120, say [retry-after-grammar]",
      "Set-Cookie holds several cookies: a=1, b=2 (RFC 6265 §3): send a line for each [set-cookie-not-combined]",
      "Set-Cookie sets sid more than once (RFC 6265 §4.1.1): set it once [set-cookie-unique-name]",
      "etag has one value, and stands here 2 times (RFC 9110 §5.3): send it once [singleton-not-repeated]",
      "999 is not a status code (RFC 9110 §15): use three digits, 100–599, a range such as 4xx, or default [status-code-range]",
      "Sunset is an HTTP-date, not 2027-01-01 (RFC 8594 §3): write Fri, 01 Jan 2027 00:00:00 GMT, say [sunset-http-date]",
      "Sunset, Wed, 01 Jan 2025 00:00:00 GMT, comes before Deprecation (RFC 9745 §4): let the sunset follow [sunset-not-before-deprecation]",
      "TE says chunked, which is always acceptable (RFC 9112 §7.4): leave it out [te-no-chunked]",
      "425 Too Early answers an Early-Data request (RFC 8470 §5.2): use another status: the request has no Early-Data [too-early-needs-early-data]",
      "TRACE requests carry no content (RFC 9110 §9.3.8): remove the request content [trace-no-request-content]",
      "TRACE must not carry authorization (RFC 9110 §9.3.8): remove it from headers [trace-no-sensitive-fields]",
      "TRACE is answered by 204 No Content, which does not reflect the request (RFC 9110 §9.3.8): use 200 with message/http content [trace-reflects-request]",
      "server-timing comes in the trailers, and Trailer does not announce it (RFC 9110 §6.6.2): send trailer: server-timing [trailer-announced]",
      "Trailer announces content-type, which belongs before the content (RFC 9110 §6.5.1): send it as a header field [trailer-field-permitted]",
      "405 Method Not Allowed answers BREW, which the law does not know (RFC 9110 §9.1): answer 501 [unknown-method-501]",
      "101 Switching Protocols must send Upgrade (RFC 9110 §15.2.2): add headers: { upgrade: … } [upgrade-101]",
      "426 Upgrade Required must send Upgrade (RFC 9110 §15.5.22): add headers: { upgrade: … } [upgrade-426]",
      "101 Switching Protocols answers Upgrade in HTTP/1.0 (RFC 9110 §7.8): ignore the field there [upgrade-ignored-http10]",
      "101 Switching Protocols answers an Upgrade request (RFC 9110 §7.8): use another status: the request has no Upgrade [upgrade-was-offered]",
      "200 OK to GET has no validator, but GET takes if-none-match (RFC 9110 §8.8.3.1): send etag [validators-on-200-get]",
      "200 OK depends on Prefer, but Vary does not say so (RFC 7240 §2): add vary: prefer [vary-on-prefer]",
      "200 OK is chosen by Accept-Encoding, but Vary does not say so (RFC 9110 §12.5.5): add vary: accept-encoding [vary-when-negotiated]",
      "PROPFIND must send Depth (RFC 4918 §9.1): add headers: { depth: … } [webdav-depth-propfind]",
      "MOVE must send Destination (RFC 4918 §9.8): add headers: { destination: … } [webdav-destination]",
      "201 Created to LOCK must send Lock-Token (RFC 4918 §9.10.1): add headers: { 'lock-token': … } [webdav-lock-token]",
      "401 Unauthorized must send WWW-Authenticate (RFC 9110 §15.5.2): add headers: { 'www-authenticate': … } [www-authenticate-401]",
    ]
  `)
})
