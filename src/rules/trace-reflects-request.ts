import { isSuccessful, methodFacts, none } from './judges.js'
import { rule } from './rule.js'
import { asked, isOf } from './traffic.js'

export const traceReflectsRequest = rule({
  id: 'trace-reflects-request',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.3.8',
  words: '<method> is answered by <status>, which does not reflect the request',
  fix: 'use 200 with message/http content',
  summary: 'The final recipient of a TRACE answers 200 with the message it received as content.',
  why: 'The method is a loop-back test: the sender compares what it sent with what arrived.',
  bad: "trace('/', { responses: { 204: empty() } })",
  good: "trace('/', { responses: { 200: bytes({ type: 'message/http' }) } })",
  response(reply) {
    const { response } = reply
    if (response.status === undefined || !isSuccessful(response)) return none
    const completes = methodFacts(reply)?.completes
    if (completes?.rule !== 'trace-reflects-request') return none
    return !completes.with.includes(response.status) || !response.hasContent ? [{ at: [] }] : none
  },
  *exchange(exchange) {
    const { response } = exchange
    const completes = asked(exchange)?.completes
    if (completes?.rule !== 'trace-reflects-request' || !isOf(response, 'successful')) return
    if (!completes.with.includes(response.status) || response.content.present === false) yield { at: ['response', 'status'] }
  },
  messages: {
    bad: '> TRACE /todos\n< 204 No Content',
    good: '> TRACE /todos\n< 200 OK\n< content-type: message/http\n<\n< TRACE /todos HTTP/1.1',
  },
})
