import { rule } from './rule.js'
import { asked, isBinary } from './traffic.js'

export const requestContentLengthZero = rule({
  id: 'request-content-length-zero',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §8.6',
  words: '<method> without content does not say so',
  fix: 'send content-length: 0',
  summary: 'A request whose method gives content a meaning says its length even when it is 0.',
  why: 'The server can tell content that is deliberately empty from content that was lost.',
  bad: '> POST /todos HTTP/1.1\n> host: todos.example\n< 204 No Content\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  good: '> POST /todos HTTP/1.1\n> host: todos.example\n> content-length: 0\n< 204 No Content\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  *exchange(exchange) {
    const { request } = exchange
    const method = asked(exchange)
    const means = method?.content === 'expected' || method?.cacheable === 'conditional'
    if (!means || !request.lines || isBinary(exchange) || request.content.present !== false) return
    if (!request.fields.has('content-length') && !request.fields.has('transfer-encoding')) yield { at: ['request', 'headers'] }
  },
})
