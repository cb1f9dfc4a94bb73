import { miscased } from './judges.js'
import { rule } from './rule.js'
import { answered, asked } from './traffic.js'

export const unknownMethod501 = rule({
  id: 'unknown-method-501',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.1',
  words: '<status> answers <method>, which the law does not know',
  fix: 'answer 501',
  summary: 'A method that the server does not know is answered by 501.',
  why: '405 and 404 speak of the resource; the client would try the method on the next one.',
  bad: '> BREW /todos\n< 405 Method Not Allowed\n< allow: GET',
  good: '> BREW /todos\n< 501 Not Implemented',
  *exchange(exchange) {
    const row = answered(exchange)
    // Answers about the resource: those that a cache may keep, the long target aside.
    const ofResource = row?.class === 'client error' && row.heuristicallyCacheable
    if (asked(exchange) || !ofResource || miscased(exchange.request, exchange)) return
    yield { at: ['response', 'status'] }
  },
})
