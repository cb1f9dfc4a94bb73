import { rule } from './rule.js'
import { everywhere, schemaTypes } from './shown.js'
import { eachMessage, placeOf } from './traffic.js'

const singletons = [
  ...['age', 'authorization', 'content-length', 'content-location', 'content-range', 'content-type', 'date', 'etag', 'expires', 'from'],
  ...[
    'host',
    'if-modified-since',
    'if-range',
    'if-unmodified-since',
    'last-modified',
    'location',
    'max-forwards',
    'referer',
    'retry-after',
  ],
]

export const singletonNotRepeated = rule({
  id: 'singleton-not-repeated',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §5.3',
  words: '<field> is declared as a list, but has one value',
  fix: 'declare a single value',
  summary: 'A field that is not defined as a list stands in a message once.',
  why: 'Recipients take the first value, or the last, or refuse the message.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: z.array(z.string()) } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: z.string() } }) } })",
  description: everywhere(singletons, function* (fields) {
    for (const name of singletons) {
      const field = fields.get(name)
      if (field && schemaTypes(field.schema).includes('array')) yield { at: [], pointer: field.pointer, values: { field: field.written } }
    }
  }),
  // Content-Type, Location and Host have rules of their own.
  ...eachMessage(function* ({ fields }, side) {
    for (const name of singletons) {
      const { length } = fields.get(name) ?? []
      if (length > 1 && !['content-type', 'location', 'host'].includes(name)) yield placeOf(side, name, { field: name, value: length })
    }
  }),
  messages: {
    words: '<field> has one value, and stands here <value> times',
    fix: 'send it once',
    bad: '> GET /todos/7\n< 200 OK\n< etag: "v1"\n< etag: "v2"',
    good: '> GET /todos/7\n< 200 OK\n< etag: "v2"',
  },
})
