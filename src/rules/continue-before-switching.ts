import { rule } from './rule.js'
import { answered, isOf, listed } from './traffic.js'

export const continueBeforeSwitching = rule({
  id: 'continue-before-switching',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §7.8',
  words: '<status> comes before 100, which Expect asks for',
  fix: 'send 100 first',
  summary: 'A server that was sent Upgrade and Expect answers 100 before 101.',
  why: 'The content is still owed in the old protocol, and the client waits for leave to send it.',
  bad: '> POST /chat HTTP/1.1\n> host: todos.example\n> connection: upgrade\n> upgrade: websocket\n> expect: 100-continue\n> content-length: 5\n>\n> hello\n< 101 Switching Protocols\n< connection: upgrade\n< upgrade: websocket',
  good: '> POST /chat HTTP/1.1\n> host: todos.example\n> connection: upgrade\n> upgrade: websocket\n> expect: 100-continue\n> content-length: 5\n>\n> hello\n< 100 Continue\n< 101 Switching Protocols\n< connection: upgrade\n< upgrade: websocket',
  *exchange(exchange) {
    const { request, responses, response } = exchange
    const switches = isOf(response, 'informational') && answered(exchange)?.requires?.upgrade !== undefined
    if (!switches || !response.lines || !listed(request, 'expect').includes('100-continue')) return
    const continued = responses.some((before) => answered(exchange, before)?.wants?.fields?.includes('expect'))
    if (!continued) yield { at: ['response', 'status'] }
  },
})
