import { rule } from './rule.js'

export const noUnsafeEarlyData = rule({
  id: 'no-unsafe-early-data',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 8470 §4',
  words: '<method> is not safe, and early data can be replayed',
  fix: 'send it after the handshake',
  summary: 'A client sends only safe requests as TLS early data, unless it knows more about the server.',
  why: 'Whoever recorded early data can send it again, and a payment would be made twice.',
  bad: '# in the early data of TLS\n> POST /orders',
  good: '# in the early data of TLS\n> GET /orders',
})
