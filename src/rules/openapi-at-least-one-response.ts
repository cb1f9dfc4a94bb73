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
  bad: 'get:\n  responses: {}',
  good: "get:\n  responses:\n    '204':\n      description: done",
  *operation({ operation, description }) {
    if (description.source === 'openapi' && operation.responses.length === 0) yield { at: [] }
  },
})
