import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const upgrade101 = rule({
  id: 'upgrade-101',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 9110 §15.2.2',
  words: '<status> must send Upgrade',
  fix: 'add headers: { upgrade: … }',
  summary: 'A 101 names the protocol that is spoken from then on.',
  why: 'Both sides change parsers after this message; they must agree on which one.',
  bad: "get('/chat', { headers: { upgrade: z.string() }, responses: { 101: empty(), 200: text() } })",
  good: "get('/chat', { headers: { upgrade: z.string() }, responses: { 101: empty({ headers: { upgrade: z.string() } }), 200: text() } })",
  response: requiresField('upgrade-101'),
  exchange: 'declared',
  messages: {
    bad: '> GET /chat\n> connection: upgrade\n> upgrade: websocket\n< 101 Switching Protocols',
    good: '> GET /chat\n> connection: upgrade\n> upgrade: websocket\n< 101 Switching Protocols\n< connection: upgrade\n< upgrade: websocket',
  },
})
