import { facet } from './judges.js'
import { rule } from './rule.js'
import { answered, asked } from './traffic.js'

export const ifNoneMatchFalseStatus = rule({
  id: 'if-none-match-false-status',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §13.1.2',
  words: '<method> never answers <status>',
  fix: 'use 412 for If-None-Match that fails',
  summary: 'A false If-None-Match answers 304 to GET and HEAD, and 412 to every other method.',
  why: 'Reading wants to save a transfer; writing wants to prevent a lost update. The same field serves both, with a status for each.',
  bad: '> GET /todos/7\n> if-none-match: "v1"\n< 412 Precondition Failed',
  good: '> GET /todos/7\n> if-none-match: "v1"\n< 304 Not Modified\n< etag: "v1"',
  response: facet('if-none-match-false-status'),
  // A 304 to another method is said by not-modified-only-conditional-get; this is the other way about.
  *exchange(exchange) {
    const { fields } = exchange.request
    const others = ['if-match', 'if-unmodified-since', 'if'].some((name) => fields.has(name))
    if (!fields.has('if-none-match') || others) return
    if (answered(exchange)?.needs === 'precondition' && asked(exchange)?.notModified === true) yield { at: ['response', 'status'] }
  },
  messages: {
    fix: 'use 304 for If-None-Match that fails',
  },
})
