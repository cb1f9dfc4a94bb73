import { rule } from './rule.js'
import { everywhere } from './shown.js'
import { eachMessage, isBinary, placeOf } from './traffic.js'

const connectionFields = ['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding']

/** Those that stand in messages; Transfer-Encoding has a rule of its own there. */
const ofTheConnection = ['connection', 'keep-alive', 'proxy-connection', 'upgrade']

export const h2NoConnectionFields = rule({
  id: 'h2-no-connection-fields',
  level: 'hint',
  kind: 'contradiction',
  cite: 'RFC 9113 §8.2.2',
  words: '<field> cannot be sent over HTTP/2 or HTTP/3',
  fix: 'leave it to the server',
  summary: 'Fields about the connection do not exist in HTTP/2 and HTTP/3.',
  why: 'There a message with one of them is malformed. The server software adds them to HTTP/1.1 where they are needed.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { connection: z.literal('keep-alive') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo) } })",
  description: everywhere(connectionFields, function* (fields) {
    // Where an upgrade is offered, the connection is HTTP/1.1.
    if (fields.has('upgrade')) return
    for (const name of connectionFields) {
      const field = fields.get(name)
      if (field) yield { at: [], pointer: field.pointer, values: { field: field.written } }
    }
  }),
  ...eachMessage(function* ({ fields }, side, exchange) {
    if (isBinary(exchange)) for (const name of ofTheConnection) if (fields.has(name)) yield placeOf(side, name, { field: name })
  }),
  messages: {
    level: 'must',
    bad: '> GET /todos HTTP/2\n> host: todos.example\n> connection: keep-alive\n< 200\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
    good: '> GET /todos HTTP/2\n> host: todos.example\n< 200\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  },
})
