import { rule } from './rule.js'

export const openapiBodyOnUndefinedMethod = rule({
  id: 'openapi-body-on-undefined-method',
  level: 'should',
  kind: 'contradiction',
  cite: 'OpenAPI 3.1 Operation Object',
  words: '<method> has a requestBody, which HTTP gives no meaning',
  fix: 'use query parameters',
  summary: 'GET, HEAD, DELETE and TRACE have no requestBody.',
  why: 'OpenAPI 3.0 ignores it there; later versions allow it, but HTTP gives such content no meaning, so that tools and servers drop it.',
  bad: "paths:\n  /todos:\n    get:\n      requestBody: { content: { application/json: {} } }\n      responses: { '200': { description: the list } }",
  good: "paths:\n  /todos:\n    get:\n      parameters: [{ name: done, in: query, schema: { type: boolean } }]\n      responses: { '200': { description: the list } }",
})
