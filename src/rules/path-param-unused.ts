import { none } from './judges.js'
import { rule } from './rule.js'

export const pathParamUnused = rule({
  id: 'path-param-unused',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'OpenAPI 3.1 Parameter Object',
  words: '<path> has no {<name>} that the parameter could fill',
  fix: 'remove it, or write {<name>} in the path',
  summary: 'Each path parameter has its place in the path template.',
  why: 'Its value can go nowhere; often the name in the path is misspelt.',
  bad: "paths:\n  /todos:\n    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]\n    get: { responses: { '200': { description: what was asked for } } }",
  good: "paths:\n  /todos/{id}:\n    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]\n    get: { responses: { '200': { description: what was asked for } } }",
  operation({ operation: { params, pathNames }, description }) {
    if (description.source !== 'openapi' || !params || params.size === 0) return none
    if (params.size === pathNames.length && pathNames.every((name) => params.has(name))) return none
    return [...params.values()].flatMap(({ name, pointer }) => (pathNames.includes(name) ? [] : [{ at: [], pointer, values: { name } }]))
  },
})
