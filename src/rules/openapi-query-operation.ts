import type { Pointer } from './description.js'
import { rule } from './rule.js'
import { isMembers } from './shown.js'

/** The method keys of a Path Item Object; `query` came with OpenAPI 3.2. */
export const fixed = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']

export const openapiQueryOperation = rule({
  id: 'openapi-query-operation',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'OpenAPI 3.2 Path Item Object',
  words: '<name> is not where OpenAPI <version> has this operation',
  fix: '<instead>',
  summary: 'QUERY stands in the query field of OpenAPI 3.2; additionalOperations has only methods that have no field of their own.',
  why: 'Earlier versions have no place for either, so that tools pass over the operation; a method in both places is described twice.',
  bad: "openapi: 3.2.0\npaths:\n  /todos:\n    additionalOperations:\n      POST: { responses: { '201': { description: made } } }",
  good: "openapi: 3.2.0\npaths:\n  /todos:\n    post: { responses: { '201': { description: made } } }",
  *description({ document, version }) {
    const paths = isMembers(document) && isMembers(document.paths) ? document.paths : {}
    const old = /^(2\.|3\.[01]\b)/.test(version ?? '')
    for (const path of Object.keys(paths)) {
      const item = paths[path]
      if (!isMembers(item) || (item.query ?? item.additionalOperations) === undefined) continue
      const offence = (name: string, instead: string, ...keys: Pointer) => ({
        at: [],
        pointer: ['paths', path, ...keys],
        values: { name, instead, version: version ?? '' },
      })
      const additional = isMembers(item.additionalOperations) ? Object.keys(item.additionalOperations) : []
      if (old && isMembers(item.query)) yield offence('query', 'use OpenAPI 3.2', 'query')
      if (old && additional.length > 0) yield offence('additionalOperations', 'use OpenAPI 3.2', 'additionalOperations')
      if (old) continue
      for (const name of additional)
        if (fixed.includes(name.toLowerCase()))
          yield offence(`additionalOperations ${name}`, `use ${name.toLowerCase()}:`, 'additionalOperations', name)
    }
  },
})
