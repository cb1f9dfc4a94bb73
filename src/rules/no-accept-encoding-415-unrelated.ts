import { rule } from './rule.js'
import { answered, placeOf } from './traffic.js'

export const noAcceptEncoding415Unrelated = rule({
  id: 'no-accept-encoding-415-unrelated',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §12.5.3',
  words: '<status> sends Accept-Encoding, and the request had no coding',
  fix: 'send accept',
  summary: 'A 415 has Accept-Encoding only where a coding was the reason.',
  why: 'The client would try another coding of a media type that is never taken.',
  bad: '> POST /todos\n> content-type: text/csv\n>\n> id,title\n< 415 Unsupported Media Type\n< accept-encoding: gzip',
  good: '> POST /todos\n> content-type: text/csv\n>\n> id,title\n< 415 Unsupported Media Type\n< accept: application/json',
  *exchange(exchange) {
    const { request, response } = exchange
    const judgesType = answered(exchange)?.recommends?.accept === 'accept-415'
    if (judgesType && response.fields.has('accept-encoding') && !request.fields.has('content-encoding'))
      yield placeOf('response', 'accept-encoding')
  },
})
