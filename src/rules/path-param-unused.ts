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
  *operation({ operation, description }) {
    if (description.source !== 'openapi') return
    for (const { name, pointer } of operation.params?.values() ?? [])
      if (!operation.pathNames.includes(name)) yield { at: [], pointer, values: { name } }
  },
})
