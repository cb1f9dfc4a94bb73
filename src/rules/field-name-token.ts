import { isToken, misnamed } from './judges.js'
import { rule } from './rule.js'

export const fieldNameToken = rule({
  id: 'field-name-token',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §5.1',
  words: "'<field>' is not a field name",
  fix: 'use letters, digits and -',
  summary: 'A field name is a token, and its case does not matter.',
  why: 'A space or a colon in it ends the name early; request smuggling was built on that.',
  bad: "get('/todos', { headers: { 'x trace': z.string() }, responses: { 200: json(Todos) } })",
  good: "get('/todos', { headers: { 'x-trace': z.string() }, responses: { 200: json(Todos) } })",
  operation: ({ operation, description }) => misnamed(operation.fields, description, isToken),
  response: ({ response, description }) => misnamed(response.fields, description, isToken),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 200 OK\n< rate limit: 10',
    good: '> GET /todos\n< 200 OK\n< rate-limit: 10',
  },
})
