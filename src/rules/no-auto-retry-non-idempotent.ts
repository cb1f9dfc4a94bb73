import { rule } from './rule.js'

export const noAutoRetryNonIdempotent = rule({
  id: 'no-auto-retry-non-idempotent',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.2.2',
  words: '<method> is not idempotent and should not be retried',
  fix: 'drop retry, or declare idempotent with its basis',
  summary: 'A client does not repeat a request of a method that is not idempotent, unless it knows more.',
  why: 'When the connection breaks nobody knows whether the first request was done; a second POST may charge twice.',
  bad: '> POST /todos\n# the connection breaks, and the client tries again by itself\n> POST /todos',
  good: '> PUT /todos/7\n# the connection breaks, and the client tries again by itself\n> PUT /todos/7',
})
