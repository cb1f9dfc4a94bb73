import { misnamed } from './judges.js'
import { rule } from './rule.js'
import { eachMessage, isBinary, placeOf } from './traffic.js'

const isLower = (name: string): boolean => name === name.toLowerCase()

export const h2LowercaseNames = rule({
  id: 'h2-lowercase-names',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9113 §8.2.1',
  words: '<field> has capitals, and field names are lower case on the wire',
  fix: 'write it in lower case',
  summary: 'A contract writes field names in lower case.',
  why: 'HTTP/2 and HTTP/3 send them so and reject capitals; one spelling also lets types compare names that HTTP compares without case.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { ETag: z.string() } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: z.string() } }) } })",
  operation: ({ operation, description }) => (description.source === 'contract' ? misnamed(operation.fields, description, isLower) : []),
  response: ({ response, description }) => (description.source === 'contract' ? misnamed(response.fields, description, isLower) : []),
  ...eachMessage(function* ({ lines = [] }, side, exchange) {
    const capital = isBinary(exchange) ? lines.find(([name]) => name !== name.toLowerCase()) : undefined
    if (capital) yield placeOf(side, capital[0].toLowerCase(), { field: capital[0] })
  }),
  messages: {
    bad: '> GET /todos HTTP/2\n> host: todos.example\n< 200\n< Date: Sat, 31 Jan 2026 12:00:00 GMT',
    good: '> GET /todos HTTP/2\n> host: todos.example\n< 200\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  },
})
