import { rule } from './rule.js'
import { everywhere } from './shown.js'

const content = 'the keys of content'
/** What stands for each header that OpenAPI ignores: in requests, and in responses. */
export const instead: { readonly [Message in 'request' | 'response']: { readonly [field: string]: string } } = {
  request: { accept: content, 'content-type': content, authorization: 'security' },
  response: { 'content-type': content },
}

export const openapiContentTypeHeaderIgnored = rule({
  id: 'openapi-content-type-header-ignored',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'OpenAPI 3.1 Parameter Object',
  words: 'OpenAPI ignores the declaration of <field>',
  fix: 'use <instead>',
  summary: 'Accept, Content-Type and Authorization are not declared as header parameters, nor Content-Type as a response header.',
  why: 'OpenAPI has other places for them, and tools pass over these; what is declared here is neither checked nor sent.',
  bad: "paths:\n  /me:\n    get:\n      parameters: [{ name: Authorization, in: header, schema: { type: string } }]\n      responses: { '200': { description: who asks } }",
  good: "paths:\n  /me:\n    get:\n      security: [{ bearer: [] }]\n      responses: { '200': { description: who asks } }",
  description: everywhere(
    [...Object.keys(instead.request), ...Object.keys(instead.response)],
    function* (fields, { description, response }) {
      if (description.source !== 'openapi') return
      for (const [name, other] of Object.entries(response ? instead.response : instead.request)) {
        const field = fields.get(name)
        if (field) yield { at: [], pointer: field.pointer, values: { field: field.written, instead: other } }
      }
    },
  ),
})
