import { rule } from './rule.js'
import { asked, isBinary } from './traffic.js'

export const h2ConnectPseudoHeaders = rule({
  id: 'h2-connect-pseudo-headers',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9113 §8.5',
  words: '<method> has <field>, and names host and port alone',
  fix: 'leave it out',
  summary: 'CONNECT in HTTP/2 and HTTP/3 has :authority, and neither :scheme nor :path.',
  why: 'It opens a tunnel to a host, in which no resource is named.',
  bad: '> CONNECT todos.example:443 HTTP/2\n> :path: /todos\n> :authority: todos.example:443\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  good: '> CONNECT todos.example:443 HTTP/2\n> :authority: todos.example:443\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  *exchange(exchange) {
    const names = (exchange.request.lines ?? []).map(([name]) => name)
    // Extended CONNECT opens a stream for another protocol, and does name a resource.
    if (!isBinary(exchange) || asked(exchange)?.target !== 'authority' || names.includes(':protocol')) return
    for (const field of [':scheme', ':path']) if (names.includes(field)) yield { at: ['request', 'headers', field], values: { field } }
  },
})
