import { rule } from './rule.js'
import { answered, listed } from './traffic.js'

export const resetContentZeroLengthFraming = rule({
  id: 'reset-content-zero-length-framing',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §15.3.6',
  words: '<status> does not say in HTTP/1.1 that nothing follows',
  fix: 'send content-length: 0',
  summary: 'A 205 says in HTTP/1.1 that its content has no octets.',
  why: 'Unlike 204 it does not end by itself: without a length the client waits until the connection closes.',
  bad: '> POST /form HTTP/1.1\n> host: todos.example\n> content-length: 0\n< 205 Reset Content\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  good: '> POST /form HTTP/1.1\n> host: todos.example\n> content-length: 0\n< 205 Reset Content\n< date: Sat, 31 Jan 2026 12:00:00 GMT\n< content-length: 0',
  *exchange(exchange) {
    const { response, version } = exchange
    if (answered(exchange)?.contentRule !== 'no-content-205' || version !== '1.1' || !response.lines) return
    const framed = response.fields.has('content-length') || response.fields.has('transfer-encoding')
    if (!framed && !listed(response, 'connection').includes('close')) yield { at: ['response', 'headers'] }
  },
})
