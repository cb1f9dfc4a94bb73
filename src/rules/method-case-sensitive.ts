import { miscased, none, place } from './judges.js'
import { rule } from './rule.js'

export const methodCaseSensitive = rule({
  id: 'method-case-sensitive',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.1',
  words: '<method> is not a method: names are case-sensitive',
  fix: 'write it in capitals',
  summary: 'Method names are compared by case, and the standard ones are in capitals.',
  why: 'A server that knows GET does not know get, and answers 501.',
  bad: "route('get', '/todos', { responses: { 200: json(Todos) } })",
  good: "route('GET', '/todos', { responses: { 200: json(Todos) } })",
  operation({ operation, description }) {
    return miscased(operation, description) ? [place(description, ['method'], operation.pointer)] : none
  },
  exchange: 'declared',
  messages: {
    bad: '> get /todos\n< 200 OK',
    good: '> GET /todos\n< 200 OK',
  },
})
