import { rule } from './rule.js'
import { answered, asked } from './traffic.js'

export const noTrailersWithoutContent = rule({
  id: 'no-trailers-without-content',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §6.5',
  words: '<status> carries trailers, though it has no content',
  fix: 'send <field> as a header field',
  summary: 'A message that can have no content has no trailers.',
  why: 'Trailers follow content; where it cannot be, the message ends with its header section, and what follows is read as the next one.',
  bad: '> DELETE /todos/7 HTTP/1.1\n> host: todos.example\n< 204 No Content\n< date: Sat, 31 Jan 2026 12:00:00 GMT\n< trailer: server-timing\n# trailers\n< server-timing: db',
  good: '> DELETE /todos/7 HTTP/1.1\n> host: todos.example\n< 204 No Content\n< date: Sat, 31 Jan 2026 12:00:00 GMT\n< server-timing: db',
  *exchange(exchange) {
    for (const response of exchange.responses) {
      const silent = answered(exchange, response)?.content === 'never' || asked(exchange)?.answers === 'fields'
      const [first] = response.trailers ?? []
      if (silent && first) yield { at: ['response', 'trailers', first[0].toLowerCase()], values: { field: first[0].toLowerCase() } }
    }
  },
})
