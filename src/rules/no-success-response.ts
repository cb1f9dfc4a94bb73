import { none } from './judges.js'
import { rule } from './rule.js'
import { rowsOf } from './shown.js'

export const noSuccessResponse = rule({
  id: 'no-success-response',
  level: 'hint',
  kind: 'omission',
  cite: 'RFC 9110 §15.3',
  words: '<method> <path> declares only failures',
  fix: 'declare the response of a success',
  summary: 'An operation says how it succeeds.',
  why: 'A client is written for the success first; failures alone do not say what the operation is for.',
  bad: "del('/todos/:id', { responses: { 404: problem() } })",
  good: "del('/todos/:id', { responses: { 204: empty(), 404: problem() } })",
  operation({ operation, description: { law } }) {
    if (operation.responses.length === 0) return none
    const succeeds = operation.responses.some(
      (response) =>
        response.class === 2 ||
        response.class === 3 ||
        response.class === undefined ||
        rowsOf(response, law).some((row) => row.class === 'informational' && row.requires?.upgrade),
    )
    return succeeds ? none : [{ at: [] }]
  },
})
