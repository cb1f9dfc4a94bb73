import { none } from './judges.js'
import { rule } from './rule.js'

export const openapiResponseKey = rule({
  id: 'openapi-response-key',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'OpenAPI 3.1 Responses Object',
  words: '<code> is no key of responses',
  fix: 'use three digits, 1XX to 5XX, or default',
  summary: 'A key under responses is a status code, a range from 1XX to 5XX with capital X, or default.',
  why: 'Tools drop what they do not know: a response under another key is as good as not documented.',
  bad: "paths:\n  /todos:\n    get: { responses: { '200': { description: the list }, '4xx': { description: an error } } }",
  good: "paths:\n  /todos:\n    get: { responses: { '200': { description: the list }, '4XX': { description: an error } } }",
  // Digits that are no status, and classes that do not exist, belong to `status-code-range`.
  response({ response, description }) {
    return description.source === 'openapi' && !/^(\d+|[1-5]XX|default|[06-9][Xx]{2})$/.test(response.key) ? [{ at: [] }] : none
  },
})
