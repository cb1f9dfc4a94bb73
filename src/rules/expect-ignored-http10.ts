import { rule } from './rule.js'
import { answered, listed } from './traffic.js'

export const expectIgnoredHttp10 = rule({
  id: 'expect-ignored-http10',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §10.1.1',
  words: '<status> answers Expect in HTTP/1.0',
  fix: 'ignore the field there',
  summary: 'A server ignores 100-continue in an HTTP/1.0 request.',
  why: 'The client knows no 1xx, whoever put the field there.',
  bad: '> POST /todos HTTP/1.0\n> expect: 100-continue\n> content-length: 5\n>\n> hello\n< 417 Expectation Failed\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  good: '> POST /todos HTTP/1.0\n> expect: 100-continue\n> content-length: 5\n>\n> hello\n< 204 No Content\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  *exchange(exchange) {
    if (exchange.version !== '1.0' || !listed(exchange.request, 'expect').includes('100-continue')) return
    for (const response of exchange.responses)
      if (answered(exchange, response)?.wants?.fields?.includes('expect'))
        yield { at: ['response', 'status'], values: { status: `${response.status} ${answered(exchange, response)?.phrase}` } }
  },
})
