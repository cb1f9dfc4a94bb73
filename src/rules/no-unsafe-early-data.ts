import { rule } from './rule.js'
import { answered, asked, placeOf } from './traffic.js'

export const noUnsafeEarlyData = rule({
  id: 'no-unsafe-early-data',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 8470 §4',
  words: '<method> is not safe, and early data can be replayed',
  fix: 'send it after the handshake',
  summary: 'A client sends only safe requests as TLS early data, unless it knows more about the server.',
  why: 'Whoever recorded early data can send it again, and a payment would be made twice.',
  bad: '> POST /orders\n> early-data: 1\n< 204 No Content',
  good: '> POST /orders\n> early-data: 1\n< 425 Too Early',
  *exchange(exchange) {
    if (!exchange.request.fields.has('early-data') || asked(exchange)?.safe !== false) return
    // The server has sent it back: nothing was done twice.
    if (!answered(exchange)?.wants?.fields?.includes('early-data')) yield placeOf('request', 'early-data')
  },
})
