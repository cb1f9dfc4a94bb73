import { rule } from './rule.js'
import { asked, placeOf } from './traffic.js'

export const noContentLengthOnBodylessRequest = rule({
  id: 'no-content-length-on-bodyless-request',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 9110 §8.6',
  words: '<method> without content says Content-Length',
  fix: 'remove it',
  summary: 'A request without content has no Content-Length where its method gives content no meaning.',
  why: 'A length of 0 tells nothing there, and some intermediaries take it for content to come.',
  bad: '> GET /todos\n> content-length: 0\n< 200 OK',
  good: '> GET /todos\n< 200 OK',
  *exchange(exchange) {
    const { request } = exchange
    const content = asked(exchange)?.content
    if ((content === 'undefined' || content === 'never') && request.content.present === false && request.fields.has('content-length'))
      yield placeOf('request', 'content-length')
  },
})
