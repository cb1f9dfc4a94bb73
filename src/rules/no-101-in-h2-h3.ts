import { rule } from './rule.js'
import { answered, isBinary, isOf } from './traffic.js'

export const no101InH2H3 = rule({
  id: 'no-101-in-h2-h3',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9113 §8.6',
  words: '<status> does not exist in HTTP/2 and HTTP/3',
  fix: 'use extended CONNECT there',
  summary: 'HTTP/2 and HTTP/3 have no 101.',
  why: 'There a connection carries many streams and cannot change protocol for one of them; extended CONNECT opens a stream for it.',
  bad: '> GET /chat HTTP/2\n> host: todos.example\n< 101 Switching Protocols\n< upgrade: websocket',
  good: '> CONNECT /chat HTTP/2\n> :protocol: websocket\n> host: todos.example\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  *exchange(exchange) {
    for (const response of exchange.responses)
      if (isBinary(exchange) && isOf(response, 'informational') && answered(exchange, response)?.requires?.upgrade)
        yield { at: ['response', 'status'], values: { status: `${response.status} ${answered(exchange, response)?.phrase}` } }
  },
})
