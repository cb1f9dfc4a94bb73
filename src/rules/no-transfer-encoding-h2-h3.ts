import { rule } from './rule.js'
import { isBinary, without } from './traffic.js'

export const noTransferEncodingH2H3 = rule({
  id: 'no-transfer-encoding-h2-h3',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9113 §8.1',
  words: 'Transfer-Encoding does not exist in HTTP/2 and HTTP/3',
  fix: 'remove it',
  summary: 'HTTP/2 and HTTP/3 have no Transfer-Encoding.',
  why: 'They frame content themselves; a message with the field is malformed.',
  bad: '> GET /todos HTTP/2\n> host: todos.example\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT\n< transfer-encoding: gzip',
  good: '> GET /todos HTTP/2\n> host: todos.example\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  ...without('transfer-encoding', isBinary),
})
