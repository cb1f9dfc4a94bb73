import { none } from './judges.js'
import { rule } from './rule.js'

export const openapiAtLeastOneResponse = rule({
  id: 'openapi-at-least-one-response',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'OpenAPI 3.1 Responses Object',
  words: '<method> <path> declares no response',
  fix: 'declare the successful one',
  summary: 'An operation declares at least one response.',
  why: 'A client cannot be written, or generated, against an answer that is not described.',
  bad: 'paths:\n  /todos:\n    get: { responses: {} }',
  good: "paths:\n  /todos:\n    get: { responses: { '200': { description: the list } } }",
  operation({ operation, description }) {
    return description.source === 'openapi' && operation.responses.length === 0 ? [{ at: [] }] : none
  },
})
