import { isToken, none, place } from './judges.js'
import { rule } from './rule.js'

export const methodToken = rule({
  id: 'method-token',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.1',
  words: '<method> is not a method name',
  fix: 'use letters, digits or the marks of a token, without spaces',
  summary: 'A method name is a token.',
  why: 'It is the first word of the request line; a space or a separator in it ends it early.',
  bad: "route('GET ALL', '/todos', { responses: { 200: json(Todos) } })",
  good: "get('/todos', { responses: { 200: json(Todos) } })",
  operation({ operation, description }) {
    return !isToken(operation.method) ? [place(description, ['method'], operation.pointer)] : none
  },
  exchange: 'declared',
  messages: {
    bad: '> GET@ /todos\n< 200 OK',
    good: '> GET /todos\n< 200 OK',
  },
})
