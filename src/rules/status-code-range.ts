import { none } from './judges.js'
import { rule } from './rule.js'

export const statusCodeRange = rule({
  id: 'status-code-range',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §15',
  words: '<code> is not a status code',
  fix: 'use three digits, 100–599, a range such as 4xx, or default',
  summary: 'A status code has three digits, from 100 to 599.',
  why: 'The first digit is the class, and there are five; recipients treat anything else as an error of the server.',
  bad: "get('/todos', { responses: { 200: json(Todos), 600: problem() } })",
  good: "get('/todos', { responses: { 200: json(Todos), 500: problem() } })",
  response({ response, description }) {
    // What is neither number nor range in a document breaks a rule of OpenAPI's own, which says so.
    if (description.source === 'openapi' && !/^\d+$|^\dxx$/i.test(response.key)) return none
    return !/^[1-5](\d\d|xx)$|^default$/i.test(response.key) ? [{ at: [] }] : none
  },
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 999',
    good: '> GET /todos\n< 599',
  },
})
