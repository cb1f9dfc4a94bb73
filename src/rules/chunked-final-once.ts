import { rule } from './rule.js'
import { brief } from './shown.js'
import { listed, placeOf } from './traffic.js'

export const chunkedFinalOnce = rule({
  id: 'chunked-final-once',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9112 §6.1',
  words: 'Transfer-Encoding says <value>: chunked comes once, and last',
  fix: 'end with chunked',
  summary: 'The last transfer coding of a request is chunked, and it is applied once.',
  why: 'Otherwise nobody can tell where the content ends; servers must answer 400, and those that guess can be made to guess differently.',
  bad: '> POST /todos\n> transfer-encoding: chunked, gzip\n< 400 Bad Request',
  good: '> POST /todos\n> transfer-encoding: gzip, chunked\n< 204 No Content',
  *exchange({ request }) {
    const codings = listed(request, 'transfer-encoding')
    if (codings.length > 0 && codings.indexOf('chunked') !== codings.length - 1)
      yield placeOf('request', 'transfer-encoding', { value: brief(codings.join(', ')) })
  },
})
