import { rule } from './rule.js'
import { answered, isOf } from './traffic.js'

export const upgradeIgnoredHttp10 = rule({
  id: 'upgrade-ignored-http10',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §7.8',
  words: '<status> answers Upgrade in HTTP/1.0',
  fix: 'ignore the field there',
  summary: 'A server ignores Upgrade in an HTTP/1.0 request.',
  why: 'Between an HTTP/1.0 client and the server there may be somebody who passes the field on without knowing it.',
  bad: '> GET /chat HTTP/1.0\n> connection: upgrade\n> upgrade: websocket\n< 101 Switching Protocols\n< connection: upgrade\n< upgrade: websocket',
  good: '> GET /chat HTTP/1.0\n> connection: upgrade\n> upgrade: websocket\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  *exchange(exchange) {
    const { response, request, version } = exchange
    const switches = isOf(response, 'informational') && answered(exchange)?.requires?.upgrade !== undefined
    if (version === '1.0' && switches && request.fields.has('upgrade')) yield { at: ['response', 'status'] }
  },
})
