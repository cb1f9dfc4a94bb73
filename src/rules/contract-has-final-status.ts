import { isInformational, none, place } from './judges.js'
import { rule } from './rule.js'

export const contractHasFinalStatus = rule({
  id: 'contract-has-final-status',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 9110 §15',
  words: '<method> has no final response',
  fix: 'declare a status of 200–599',
  summary: 'A route declares at least one final status.',
  why: '1xx responses come before the answer. An exchange that has only those never ends.',
  bad: "get('/todos', { responses: { 103: empty() } })",
  good: "get('/todos', { responses: { 103: empty(), 200: json(Todos) } })",
  operation({ operation, description }) {
    // A document without any response breaks a rule of OpenAPI's own, which says so.
    if (description.source === 'openapi' && operation.responses.length === 0) return none
    if (!operation.responses.every(isInformational)) return none
    return [place(description, ['responses'], [...operation.pointer, 'responses'])]
  },
})
