/**
 * Where each rule that types could know of is enforced: by the compiler, or elsewhere, and then why.
 *
 * `compile` refuses a declaration in any law; `strict` refuses it under a strict law, where `should` refuses too, and is reported
 * otherwise. For the rest, no type can see what would have to be seen, or nothing wrong is certain enough to refuse.
 */
export type Enforcement =
  | 'compile'
  | 'strict'
  | {
      /** `compile` when another rule's words refuse it, `definition` when a contract or law is made, `check` when it is judged, the others when messages flow. */
      readonly where: 'compile' | 'definition' | 'check' | 'message' | 'client' | 'server'
      readonly because: string
    }

const advice = 'Advice and best practice are reported and never refused: a route may have its reasons.'
const following = 'It binds what a client does after the answer; the declaration holds no client.'

export const enforcement = {
  // Content of responses
  'no-content-1xx': 'compile',
  'no-content-204': 'compile',
  'no-content-205': 'compile',
  'no-content-304': 'compile',
  'no-content-head': 'compile',
  'no-content-connect-2xx': 'compile',
  'no-content-length-1xx-204': 'compile',
  // Content of requests
  'trace-no-request-content': 'compile',
  'connect-no-request-content': 'compile',
  'get-content-discouraged': 'compile',
  'head-content-discouraged': 'compile',
  'delete-content-discouraged': 'strict',
  'origin-no-reliance-on-undefined-content': 'strict',
  'put-declares-content': { where: 'check', because: advice },
  'patch-declares-content': 'compile',
  'query-declares-content': 'compile',
  'options-content-needs-type': {
    where: 'message',
    because: 'Every maker of content states a media type, so no declaration can leave it out; only a message can.',
  },
  'query-content-type-present': {
    where: 'server',
    because: 'Every maker of content states a media type; whether a request carries it, and which status it gets, is seen when it comes.',
  },
  'content-type-with-content': {
    where: 'message',
    because: 'Every maker of content states a media type, so no declaration can leave it out; only a message can.',
  },
  // Fields of responses
  'allow-required-405': 'compile',
  'www-authenticate-401': 'compile',
  'proxy-authenticate-407': 'compile',
  'upgrade-426': 'compile',
  'upgrade-101': 'compile',
  'content-range-or-multipart-206': 'compile',
  'content-range-416': 'strict',
  'location-201-or-target': {
    where: 'check',
    because: 'Without Location the target itself is the new resource, which is right or wrong by what the handler creates.',
  },
  'post-created-location': 'strict',
  'location-on-redirect': 'strict',
  'location-on-303': 'compile',
  'accept-patch-415': 'strict',
  'allow-on-options': 'strict',
  // Statuses of a method
  'put-created-201': {
    where: 'server',
    because: 'Whether a PUT creates is its outcome. Check reports a route that declares success without 201, which it may never need.',
  },
  'put-replaced-200-or-204': 'compile',
  'delete-success-statuses': 'strict',
  'not-modified-only-conditional-get': 'compile',
  'post-never-206-304-416': 'compile',
  'range-only-get-query': 'compile',
  'preconditions-ignored-connect-options-trace': 'compile',
  'if-none-match-false-status': {
    where: 'server',
    because:
      'Which status a false condition gets is decided when it is evaluated. Its 304 outside of retrieval is refused as not-modified-only-conditional-get.',
  },
  'im-used-needs-a-im': 'compile',
  'created-not-for-safe-methods': { where: 'check', because: advice },
  'reset-not-for-retrieval': { where: 'check', because: advice },
  'content-judging-status-needs-content': { where: 'check', because: advice },
  'redirect-prefer-308-307-for-post': { where: 'check', because: advice },
  // Statuses
  'contract-has-final-status': 'compile',
  'no-reserved-status': 'compile',
  'no-deprecated-status': { where: 'check', because: advice },
  'already-reported-inside-207': 'compile',
  'status-code-range': 'compile',
  'registered-status': 'compile',
  'unknown-status-as-class': { where: 'client', because: following },
  'no-101-in-h2-h3': {
    where: 'message',
    because: 'A route is declared for every version of HTTP; which one a connection speaks is known when it is open.',
  },
  // Methods and targets
  'method-token': 'compile',
  'method-case-sensitive': 'compile',
  'registered-method': 'compile',
  'connect-authority-form': 'compile',
  'connect-not-a-path-route': {
    where: 'check',
    because: 'In a contract connect-authority-form refuses every path before; what is left are documents that bind CONNECT to one.',
  },
  'asterisk-form-options-only': {
    where: 'compile',
    because:
      'The compiler refuses * in the words of path-form: a path is checked by its own type, which has one sentence for all that it is not.',
  },
  'safe-route-safe-action': {
    where: 'server',
    because: 'Whether an action is unsafe stands in the handler; no declaration shows it, and a verb in a path proves nothing.',
  },
  'head-mirrors-get': {
    where: 'check',
    because: 'It compares two routes. Each is checked by itself, so that a contract costs the same per route whatever its size.',
  },
  'patch-idempotent-claim-needs-basis': 'compile',
  'responses-not-cacheable': {
    where: 'check',
    because: 'The lifetime stands in the value of Cache-Control, which the schema describes and a type does not show.',
  },
  // Fields of requests
  'early-data-not-in-response': 'compile',
  'no-unsafe-early-data': {
    where: 'client',
    because: 'Whether a request leaves as early data is decided by the connection that sends it.',
  },
  'trace-no-sensitive-fields': 'compile',
  'max-forwards-trace-options': { where: 'check', because: advice },
  'expect-continue-needs-content': 'compile',
  'field-name-token': 'compile',
  'webdav-destination': 'compile',
  'webdav-depth-propfind': 'compile',
  // What clients do
  'no-auto-retry-non-idempotent': {
    where: 'client',
    because: 'A retry is asked for in a call, not in a declaration: the brand Idempotent decides who may ask.',
  },
  'redirect-307-308-keep-method': { where: 'client', because: following },
  'redirect-301-302-post-only': { where: 'client', because: following },
  'redirect-303-retrieval': { where: 'client', because: following },
  'redirect-query-keeps-method': { where: 'client', because: following },
  // Problem details
  'problem-media-type': { where: 'check', because: advice },
  'problem-only-on-errors': { where: 'check', because: advice },
} as const satisfies Record<string, Enforcement>
