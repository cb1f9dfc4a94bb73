import { rule } from './rule.js'

export const requestContentFramed = rule({
  id: 'request-content-framed',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 9112 §6.3',
  words: '<method> sends content that nothing delimits',
  fix: 'send content-length, or transfer-encoding: chunked',
  summary: 'A request with content in HTTP/1.1 has Content-Length or chunks.',
  why: 'The end of a request cannot be told by closing the connection, on which the answer is to come.',
  bad: '> POST /todos HTTP/1.1\n> host: todos.example\n> content-type: text/plain\n>\n> hello\n< 411 Length Required\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  good: '> POST /todos HTTP/1.1\n> host: todos.example\n> content-type: text/plain\n> content-length: 5\n>\n> hello\n< 204 No Content\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  *exchange({ request, version }) {
    const framed = request.fields.has('content-length') || request.fields.has('transfer-encoding')
    if (version === '1.1' && request.lines && request.content.present === true && !framed) yield { at: ['request', 'content'] }
  },
})
