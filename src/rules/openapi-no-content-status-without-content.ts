import { rule } from './rule.js'

export const openapiNoContentStatusWithoutContent = rule({
  id: 'openapi-no-content-status-without-content',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §6.4.1',
  words: '<status> to <method> has content',
  fix: 'remove content',
  summary: 'Responses 1XX, 204, 205 and 304, and all responses to HEAD, have no content in a document.',
  why: 'HTTP ends these messages with their header section; generated clients would try to parse what never comes.',
  bad: "paths:\n  /todos/done:\n    delete: { responses: { '204': { description: gone, content: { application/json: {} } } } }",
  good: "paths:\n  /todos/done:\n    delete: { responses: { '204': { description: gone } } }",
})
