import { rule } from './rule.js'

export const no101InH2H3 = rule({
  id: 'no-101-in-h2-h3',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9113 §8.6',
  words: '<status> does not exist in HTTP/2 and HTTP/3',
  fix: 'use extended CONNECT there',
  summary: 'HTTP/2 and HTTP/3 have no 101.',
  why: 'There a connection carries many streams and cannot change protocol for one of them; extended CONNECT opens a stream for it.',
  bad: '# over HTTP/2\n> GET /chat\n> upgrade: websocket\n< 101 Switching Protocols',
  good: '# over HTTP/2\n> CONNECT /chat\n> :protocol: websocket\n< 200',
})
