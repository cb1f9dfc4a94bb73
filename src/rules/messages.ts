/**
 * Where each rule about messages is kept: by `judge`, which sees one exchange; by the server or the client, which do as it says; or by
 * nobody, and then why one exchange cannot show it.
 */
import type { Rule } from './rule.js'

/** What judge has to be given besides a request and a response of Fetch, for a rule to be seen. */
export type Given = 'wire' | 'content' | 'contract'

/** Who keeps a rule that no single exchange shows. */
export interface Elsewhere {
  readonly by: 'server' | 'client' | 'nobody'
  /** Why one exchange does not show it, and how it is kept nevertheless. */
  readonly because: string
}

const follows = 'It binds the request after this one: what follows a redirect is another exchange.'
const fetches = `${follows} Where the client follows one, fetch does it so.`
const caches = 'It binds what a cache stores and when it uses it again, which is seen in the exchanges that it answers by itself.'
const two = 'It compares the answer with another one'

/**
 * The rules that judge does not speak for. A test holds this table against the catalogue of rules, and another shows by the octets that
 * server and client keep theirs.
 */
export const elsewhere = {
  'content-length-head-equals-get': {
    by: 'server',
    because: `${two}, that to GET. The server makes HEAD from GET, so that both are the same.`,
  },
  'content-length-304-equals-200': {
    by: 'server',
    because: `${two}, the 200. The server leaves Content-Length out of a 304 (unmodifiedFields in src/server/preconditions.ts).`,
  },
  'head-mirrors-get': { by: 'server', because: `${two}, that to GET. The server makes HEAD from GET, so that both are the same.` },
  'not-modified-mirrors-200-fields': {
    by: 'server',
    because: `${two}, the 200. The server makes a 304 from the fields of the 200 (unmodifiedFields in src/server/preconditions.ts).`,
  },
  'partial-mirrors-200-fields': {
    by: 'server',
    because: `${two}, the 200. The server cuts a 206 out of the 200, and keeps its fields (src/server/range.ts).`,
  },
  'partial-mirrors-representation-fields': {
    by: 'server',
    because: `${two}, the 200. The server cuts a 206 out of the 200, and keeps its fields (src/server/range.ts).`,
  },
  'unknown-range-unit-ignored': {
    by: 'server',
    because:
      'Which units a server knows stands in no message. Ours knows bytes, and ignores the others (readRange in src/server/range.ts).',
  },
  'query-unsupported-type-415': {
    by: 'server',
    because: 'Which formats a resource takes stands in no request. The server answers 415 for what the contract does not declare.',
  },
  'preconditions-after-other-checks': {
    by: 'server',
    because:
      'What the answer would have been without conditions is not sent. The server evaluates them last (src/server/preconditions.ts).',
  },
  'prefer-ignored-if-unknown': {
    by: 'server',
    because: 'A 400 does not say that a preference was the reason. The server reads Prefer only where a route declares it.',
  },
  'put-content-range-400': {
    by: 'server',
    because: 'Whether a target knows partial PUT stands in no message. The server refuses a part unless the route declares Content-Range.',
  },
  'put-validator-only-if-verbatim': {
    by: 'nobody',
    because: 'Whether the content was stored as it came is known to the handler alone.',
  },
  'content-length-when-known': {
    by: 'nobody',
    because: 'Content may be made while it is sent; that its size was known before is not seen from outside.',
  },
  'age-when-cached': { by: 'nobody', because: 'A response that came out of a cache is told from one of the origin by this very field.' },
  'vary-no-star-proxy': {
    by: 'nobody',
    because: 'Whether a proxy made the field or passed it on is seen only where both its sides are.',
  },
  'max-forwards-zero-stops': { by: 'nobody', because: 'It binds what an intermediary passes on, which is another exchange.' },
  'unsafe-invalidates-cache': { by: 'nobody', because: caches },
  'expires-ignored-with-max-age': { by: 'nobody', because: caches },
  'authorization-shared-cache': { by: 'nobody', because: caches },
  'no-heuristics-with-explicit-expiry': { by: 'nobody', because: caches },
  'heuristic-only-listed-status': { by: 'nobody', because: caches },
  'no-cache-of-interim': { by: 'nobody', because: caches },
  'early-hints-hint-only': {
    by: 'client',
    because:
      'It binds what a client makes of a 103. fetch keeps interim responses to itself, so that the client reads the final one alone.',
  },
  'multiple-ranges-need-multipart-client': {
    by: 'nobody',
    because: 'What a client can read stands in no request; ours sends the range that the caller writes.',
  },
  'redirect-307-308-keep-method': { by: 'client', because: fetches },
  'redirect-301-302-post-only': { by: 'client', because: fetches },
  'redirect-303-retrieval': { by: 'client', because: fetches },
  'redirect-query-keeps-method': { by: 'client', because: fetches },
  'redirect-drop-content-fields': { by: 'client', because: fetches },
  'redirect-loop-detected': { by: 'client', because: `${follows} Where the client follows one, fetch gives up after twenty.` },
  'redirect-fragment-inherited': { by: 'client', because: `${follows} A URL of the client has no fragment that could be inherited.` },
  'sf-parse-failure-ignored': {
    by: 'nobody',
    because: 'It binds what a recipient makes of a field. That the field does not parse is found by the rule about the field.',
  },
} as const satisfies Record<string, Elsewhere>

/** What becomes of a rule in messages: it is judged, somebody else keeps it, or it is not about messages. */
export const inMessages = (rule: Rule): 'judge' | Elsewhere | undefined =>
  rule.exchange ? 'judge' : (elsewhere as Readonly<Record<string, Elsewhere>>)[rule.id]

/** The rules that judge sees only where more is given than a request and a response of Fetch. */
export const given: { readonly [rule: string]: Given } = {
  'field-schema': 'contract',
  'undeclared-content': 'contract',
  'undeclared-status': 'contract',
  'undeclared-type': 'contract',
  'allow-matches-routes': 'contract',
  'content-encoding-accurate': 'wire',
  'content-length-true': 'content',
  'continue-before-switching': 'wire',
  'continue-needs-expect': 'wire',
  'date-2xx-3xx-4xx': 'wire',
  'disallowed-method-405': 'contract',
  'expect-ignored-http10': 'wire',
  'field-name-token': 'wire',
  'field-value-no-ctl': 'wire',
  'h2-connect-pseudo-headers': 'wire',
  'h2-lowercase-names': 'wire',
  'h2-no-connection-fields': 'wire',
  'h2-pseudo-headers': 'wire',
  'h2-te-trailers-only': 'wire',
  'host-required': 'wire',
  'location-single-uri': 'wire',
  'no-101-in-h2-h3': 'wire',
  'no-1xx-to-http10': 'wire',
  'no-426-in-h2-h3': 'wire',
  'no-content-1xx': 'wire',
  'no-obs-fold': 'wire',
  'no-space-before-colon': 'wire',
  'no-trailers-without-content': 'wire',
  'no-transfer-encoding-h2-h3': 'wire',
  'part-content-range': 'content',
  'problem-media-type': 'content',
  'problem-member-types': 'content',
  'problem-status-matches': 'content',
  'request-content-framed': 'wire',
  'request-content-length-zero': 'wire',
  'reset-content-zero-length-framing': 'wire',
  'singleton-not-repeated': 'wire',
  'trailer-announced': 'wire',
  'upgrade-ignored-http10': 'wire',
}
