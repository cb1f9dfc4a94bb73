import { rule } from './rule.js'
import { eachMessage, listed } from './traffic.js'

export const trailerAnnounced = rule({
  id: 'trailer-announced',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §6.6.2',
  words: '<field> comes in the trailers, and Trailer does not announce it',
  fix: 'send trailer: <field>',
  summary: 'Trailers are announced in Trailer.',
  why: 'A recipient that reads as it comes can prepare for them, a digest for example.',
  bad: '> GET /todos HTTP/1.1\n> host: todos.example\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT\n< content-type: text/plain\n<\n< hello\n# trailers\n< server-timing: db',
  good: '> GET /todos HTTP/1.1\n> host: todos.example\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT\n< content-type: text/plain\n< trailer: server-timing\n<\n< hello\n# trailers\n< server-timing: db',
  ...eachMessage(function* (message, side) {
    const announced = listed(message, 'trailer')
    const name = message.trailers?.map(([field]) => field.toLowerCase()).find((field) => !announced.includes(field))
    if (name !== undefined) yield { at: [side, 'trailers', name], values: { field: name } }
  }),
})
