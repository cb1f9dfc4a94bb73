import { fieldFacts } from './judges.js'
import { rule } from './rule.js'
import { everywhere, members, shownValues } from './shown.js'

const hopByHop = ['close', 'keep-alive', 'te', 'transfer-encoding', 'upgrade', 'proxy-connection', 'http2-settings']

export const connectionNoEndToEnd = rule({
  id: 'connection-no-end-to-end',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §7.6.1',
  words: 'Connection names <value>, which is meant for the final recipient',
  fix: 'remove it',
  summary: 'Connection lists no field that is meant for the final recipient.',
  why: 'The next intermediary removes every field that Connection names.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { connection: z.literal('cache-control') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { connection: z.literal('close') } }) } })",
  description: everywhere(['connection'], function* (fields, { description }) {
    const connection = fields.get('connection')
    const options = shownValues(connection).flatMap((value) => members(value.toLowerCase()))
    const wrong = options.find((name) => fieldFacts(description, name) !== undefined && !hopByHop.includes(name))
    if (connection && wrong !== undefined) yield { at: [], pointer: connection.pointer, values: { value: wrong } }
  }),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 200 OK\n< connection: cache-control\n< cache-control: no-store',
    good: '> GET /todos\n< 200 OK\n< connection: close\n< cache-control: no-store',
  },
})
