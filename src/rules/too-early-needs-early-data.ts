import { wants } from './judges.js'
import { rule } from './rule.js'

export const tooEarlyNeedsEarlyData = rule({
  id: 'too-early-needs-early-data',
  level: 'should',
  kind: 'omission',
  refuses: true,
  cite: 'RFC 8470 §5.2',
  words: '<status> answers an Early-Data request',
  fix: "declare headers: { 'early-data': … } on the route",
  plainFix: 'declare the header parameter Early-Data',
  summary: 'A 425 answers a request that came, or may have come, as early data.',
  why: 'The client is to send it again after the handshake; if there was none to wait for, it has no way to do better.',
  bad: "post('/orders', { body: json(Order), responses: { 200: json(Receipt), 425: problem() } })",
  good: "post('/orders', { headers: { 'early-data': z.string().optional() }, body: json(Order), responses: { 200: json(Receipt), 425: problem() } })",
  response: wants('too-early-needs-early-data'),
  exchange: 'declared',
  messages: {
    fix: 'use another status: the request has no Early-Data',
    bad: '> GET /todos\n< 425 Too Early',
    good: '> GET /todos\n> early-data: 1\n< 425 Too Early',
  },
})
