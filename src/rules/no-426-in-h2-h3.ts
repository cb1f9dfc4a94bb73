import { rule } from './rule.js'
import { answered, isBinary, isOf } from './traffic.js'

export const no426InH2H3 = rule({
  id: 'no-426-in-h2-h3',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9113 §8.2.2',
  words: '<status> does not exist in HTTP/2 and HTTP/3',
  fix: 'answer 505, or 421',
  summary: 'HTTP/2 and HTTP/3 have no 426.',
  why: 'It must name protocols in Upgrade, a field that those versions do not have.',
  bad: '> GET /chat HTTP/2\n> host: todos.example\n< 426 Upgrade Required\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  good: '> GET /chat HTTP/2\n> host: todos.example\n< 505 HTTP Version Not Supported\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  *exchange(exchange) {
    const needsUpgrade = isOf(exchange.response, 'client error') && answered(exchange)?.requires?.upgrade !== undefined
    if (isBinary(exchange) && needsUpgrade) yield { at: ['response', 'status'] }
  },
})
