import { none } from './judges.js'
import { rule } from './rule.js'

export const pathParamUndeclared = rule({
  id: 'path-param-undeclared',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'OpenAPI 3.1 Path Templating',
  words: '<path> has {<name>}, which no parameter declares',
  fix: 'declare <name> with in: path',
  summary: 'Each name in a path template is declared as a path parameter.',
  why: 'Nobody knows what to put there, and generated clients leave the braces in the request.',
  bad: "paths:\n  /todos/{id}:\n    get: { responses: { '200': { description: the todo } } }",
  good: "paths:\n  /todos/{id}:\n    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]\n    get: { responses: { '200': { description: the todo } } }",
  // In a contract the path declares its names, and `params-missing` speaks where some are declared again.
  operation({ operation, description }) {
    const { params, pathNames } = operation
    if (description.source !== 'openapi' || !params || pathNames.every((name) => params.has(name))) return none
    // Of {}, which has no name to declare, `path-form` speaks.
    return pathNames.filter((name) => name !== '' && !params.has(name)).map((name) => ({ at: [], values: { name } }))
  },
})
