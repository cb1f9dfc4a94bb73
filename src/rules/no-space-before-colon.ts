import { rule } from './rule.js'
import { isOf, placeOf } from './traffic.js'

export const noSpaceBeforeColon = rule({
  id: 'no-space-before-colon',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9112 §5.1',
  words: '<field> has a space before its colon, and the answer is <status>',
  fix: 'answer 400',
  summary: 'A request with a space between a field name and its colon is refused by 400.',
  why: 'Recipients disagree what such a field is called, and requests are smuggled through the difference.',
  bad: '> GET /todos HTTP/1.1\n> host: todos.example\n> transfer-encoding : chunked\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  good: '> GET /todos HTTP/1.1\n> host: todos.example\n> transfer-encoding : chunked\n< 400 Bad Request\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  *exchange({ request, response }) {
    const spaced = request.lines?.find(([name]) => /[\t ]$/.test(name))
    if (spaced && !isOf(response, 'client error')) yield placeOf('request', spaced[0].trim().toLowerCase(), { field: spaced[0].trim() })
  },
})
