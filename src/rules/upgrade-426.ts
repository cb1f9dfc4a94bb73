import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const upgrade426 = rule({
  id: 'upgrade-426',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 9110 §15.5.22',
  words: '<status> must send Upgrade',
  fix: 'add headers: { upgrade: … }',
  summary: 'A 426 names the protocols that the server wants.',
  why: 'The status says: not with this protocol. The field says with which.',
  bad: "get('/chat', { responses: { 200: text(), 426: problem() } })",
  good: "get('/chat', { responses: { 200: text(), 426: problem({ headers: { upgrade: z.string() } }) } })",
  response: requiresField('upgrade-426'),
  exchange: 'declared',
  messages: {
    bad: '> GET /chat\n< 426 Upgrade Required',
    good: '> GET /chat\n< 426 Upgrade Required\n< connection: upgrade\n< upgrade: websocket',
  },
})
