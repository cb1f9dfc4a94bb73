import { rule } from './rule.js'
import { asked, isOf, placeOf } from './traffic.js'

export const noTransferEncodingConnect2xx = rule({
  id: 'no-transfer-encoding-connect-2xx',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9112 §6.1',
  words: '<status> to <method> opens a tunnel, which has no Transfer-Encoding',
  fix: 'remove it',
  summary: 'A 2xx to CONNECT has no Transfer-Encoding.',
  why: 'What follows the header section is the tunnel itself; nobody reads chunks in it.',
  bad: '> CONNECT todos.example:443\n< 200 OK\n< transfer-encoding: chunked',
  good: '> CONNECT todos.example:443\n< 200 OK',
  *exchange(exchange) {
    const { response } = exchange
    if (asked(exchange)?.answers === 'tunnel' && isOf(response, 'successful') && response.fields.has('transfer-encoding'))
      yield placeOf('response', 'transfer-encoding')
  },
})
