import { own } from './judges.js'
import { rule } from './rule.js'
import { answered, isOf } from './traffic.js'

export const disallowedMethod405 = rule({
  id: 'disallowed-method-405',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.1',
  words: '<status> answers <method>, which the path does not have',
  fix: 'answer 405, with Allow',
  summary: 'A method that the server knows and the target does not have is answered by 405.',
  why: '403 and 404 would say that no method can be used.',
  bad: '# the path has GET and no PUT\n> PUT /todos\n< 404 Not Found',
  good: '# the path has GET and no PUT\n> PUT /todos\n< 405 Method Not Allowed\n< allow: GET',
  // Only a contract tells which methods the path has; servers answer OPTIONS and TRACE of their own accord.
  *exchange(exchange) {
    const { law, request, response, routed } = exchange
    const method = own(law.methods, request.method)
    if (!routed || routed.includes(request.method) || !method || (method.safe && method.range !== true)) return
    const ofResource = isOf(response, 'client error') && answered(exchange)?.heuristicallyCacheable
    if (isOf(response, 'successful') || (ofResource && !answered(exchange)?.requires?.allow)) yield { at: ['response', 'status'] }
  },
})
