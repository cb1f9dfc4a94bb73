import { rule } from './rule.js'
import { answered, isOf } from './traffic.js'

export const no1xxToHttp10 = rule({
  id: 'no-1xx-to-http10',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §15.2',
  words: '<status> is sent to HTTP/1.0, which has no 1xx',
  fix: 'send the final response alone',
  summary: 'No 1xx is sent to an HTTP/1.0 client.',
  why: 'It takes the first response for the final one.',
  bad: '> GET /todos HTTP/1.0\n< 103 Early Hints\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  good: '> GET /todos HTTP/1.0\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  *exchange(exchange) {
    // What Upgrade and Expect bring about there has rules of its own.
    for (const response of exchange.version === '1.0' ? exchange.responses : [])
      if (isOf(response, 'informational') && !answered(exchange, response)?.wants)
        yield { at: ['response', 'status'], values: { status: `${response.status} ${answered(exchange, response)?.phrase ?? ''}`.trim() } }
  },
})
