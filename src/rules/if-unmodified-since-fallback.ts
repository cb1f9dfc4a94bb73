import { fieldValue } from './exchange.js'
import { rule } from './rule.js'
import { brief } from './shown.js'
import { answered } from './traffic.js'

export const ifUnmodifiedSinceFallback = rule({
  id: 'if-unmodified-since-fallback',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §13.1.4',
  words: '<status> answers If-Unmodified-Since: <value>, which is no date',
  fix: 'ignore it',
  summary: 'If-Unmodified-Since is ignored beside If-Match, and where it is no date.',
  why: 'A condition that cannot be read cannot have failed.',
  bad: '> DELETE /todos/7\n> if-unmodified-since: yesterday\n< 412 Precondition Failed',
  good: '> DELETE /todos/7\n> if-unmodified-since: Sat, 31 Jan 2026 12:00:00 GMT\n< 412 Precondition Failed',
  *exchange(exchange) {
    const { request } = exchange
    const value = fieldValue(request, 'if-unmodified-since')
    const others = ['if-match', 'if-none-match', 'if'].some((name) => request.fields.has(name))
    if (value !== undefined && !others && answered(exchange)?.needs === 'precondition' && Number.isNaN(Date.parse(value)))
      yield { at: ['response', 'status'], values: { value: brief(value) } }
  },
})
