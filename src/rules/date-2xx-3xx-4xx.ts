import { rule } from './rule.js'
import { isOf } from './traffic.js'

export const date2xx3xx4xx = rule({
  id: 'date-2xx-3xx-4xx',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 9110 §6.6.1',
  words: '<status> has no Date',
  fix: 'send date',
  summary: 'An origin server with a clock sends Date with every 2xx, 3xx and 4xx.',
  why: 'Caches reckon the age of a response from it.',
  bad: '> GET /todos HTTP/1.1\n> host: todos.example\n< 200 OK',
  good: '> GET /todos HTTP/1.1\n> host: todos.example\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  // Servers add the field behind the handler, so that only what came off the wire can lack it.
  *exchange({ response, role = 'origin' }) {
    const due = isOf(response, 'successful', 'redirection', 'client error')
    if (due && role === 'origin' && response.lines && !response.fields.has('date')) yield { at: ['response', 'headers'] }
  },
})
