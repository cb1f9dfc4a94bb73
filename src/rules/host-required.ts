import { rule } from './rule.js'
import { placeOf } from './traffic.js'

export const hostRequired = rule({
  id: 'host-required',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 9112 §3.2',
  words: 'HTTP/1.1 has one Host, and here there are <value>',
  fix: 'send one',
  summary: 'A request in HTTP/1.1 has exactly one Host.',
  why: 'One address serves many hosts; without the field, or with two, servers on the way may disagree about whom it is for.',
  bad: '> GET /todos HTTP/1.1\n< 400 Bad Request\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  good: '> GET /todos HTTP/1.1\n> host: todos.example\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  *exchange({ request, version }) {
    const { length } = request.fields.get('host') ?? []
    if (version === '1.1' && request.lines && length !== 1) yield placeOf('request', 'host', { value: length })
  },
})
