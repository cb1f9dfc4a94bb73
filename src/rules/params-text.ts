import { rule } from './rule.js'

export const paramsText = rule({
  id: 'params-text',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 3986 §3.3',
  words: '<name> is text in the path, and its schema takes none',
  fix: 'use z.coerce, z.stringbool or a string',
  summary: 'The schema of a path parameter accepts text.',
  why: 'A path is text: a schema that takes only numbers refuses every request.',
  bad: "get('/todos/:id', { params: z.object({ id: z.number() }), responses: { 200: json(Todo) } })",
  good: "get('/todos/:id', { params: z.object({ id: z.coerce.number() }), responses: { 200: json(Todo) } })",
  *operation({ operation, description }) {
    if (description.source !== 'contract') return
    // A parameter that the path does not have is no text in it: another rule names it.
    for (const { name, takesText } of operation.params?.values() ?? [])
      if (takesText === false && operation.pathNames.includes(name)) yield { at: ['params'], values: { name } }
  },
})
