import { wants } from './judges.js'
import { rule } from './rule.js'

export const upgradeWasOffered = rule({
  id: 'upgrade-was-offered',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 9110 §7.8',
  words: '<status> answers an Upgrade request',
  fix: 'declare headers: { upgrade: … } on the route',
  plainFix: 'declare the header parameter Upgrade',
  summary: 'A 101 switches to a protocol that the client offered.',
  why: 'A client that did not offer it cannot read what follows.',
  bad: "get('/chat', { responses: { 101: empty({ headers: { upgrade: z.string() } }), 200: text() } })",
  good: "get('/chat', { headers: { upgrade: z.string() }, responses: { 101: empty({ headers: { upgrade: z.string() } }), 200: text() } })",
  response: wants('upgrade-was-offered'),
  exchange: 'declared',
  messages: {
    fix: 'use another status: the request has no Upgrade',
    bad: '> GET /chat\n< 101 Switching Protocols\n< connection: upgrade\n< upgrade: websocket',
    good: '> GET /chat\n> connection: upgrade\n> upgrade: websocket\n< 101 Switching Protocols\n< connection: upgrade\n< upgrade: websocket',
  },
})
