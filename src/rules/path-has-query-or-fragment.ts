import { none } from './judges.js'
import { rule } from './rule.js'
import { leads } from './shown.js'

export const pathHasQueryOrFragment = rule({
  id: 'path-has-query-or-fragment',
  level: 'bcp',
  kind: 'contradiction',
  cite: 'RFC 3986 §3.3',
  words: '<path> has a <name> in the path',
  fix: 'declare query parameters instead',
  summary: 'A path ends before the first ? or #.',
  why: 'A fragment is never sent, and a query in the path hides its parameters; both are used to write the same path twice.',
  bad: "paths:\n  /todos?done=true:\n    get: { responses: { '200': { description: those done } } }",
  good: "paths:\n  /todos:\n    get:\n      parameters: [{ name: done, in: query, schema: { type: boolean } }]\n      responses: { '200': { description: those done } }",
  // In a contract `path-form` speaks.
  operation({ operation, description }) {
    if (description.source === 'contract') return none
    const name = operation.path.includes('#') ? 'fragment' : operation.path.includes('?') ? 'query' : undefined
    return name && leads(operation) ? [{ at: [], values: { name } }] : none
  },
})
