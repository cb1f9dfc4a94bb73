import { none } from './judges.js'
import { rule } from './rule.js'
import { brief, everyField, shownValues } from './shown.js'

export const fieldValueNoCtl = rule({
  id: 'field-value-no-ctl',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §5.5',
  words: '<field> shows a value with a line break or NUL: <value>',
  fix: 'encode it, or refuse it',
  summary: 'A field value has no carriage return, line feed or NUL.',
  why: 'A line break inside a value begins a new field, or a new message: that is how responses are split.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'x-note': z.literal('a\\r\\nset-cookie: b') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'x-note': z.literal('a%0D%0Ab') } }) } })",
  description: everyField((field) => {
    // A line break at the very end is how block scalars of YAML end.
    const wrong = shownValues(field).find((value) => ['\r', '\n', '\0'].some((char) => value.trimEnd().includes(char)))
    return wrong === undefined ? none : [{ at: [], pointer: field.pointer, values: { field: field.written, value: brief(wrong) } }]
  }),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos HTTP/1.1\n> host: todos.example\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT\n< x-note: a\\nset-cookie: b',
    good: '> GET /todos HTTP/1.1\n> host: todos.example\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT\n< x-note: a%0Aset-cookie: b',
  },
})
