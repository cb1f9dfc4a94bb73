import { rule } from './rule.js'
import { repeating } from './shown.js'

const unrepeated = repeating('range', ['content-encoding', 'content-language', 'last-modified'])

export const partialMirrorsRepresentationFields = rule({
  id: 'partial-mirrors-representation-fields',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 9110 §15.3.7',
  words: '<status> leaves out <field>, which the 200 has',
  fix: 'declare it, or if-range',
  summary: 'A 206 to a request without If-Range describes the representation as the 200 does.',
  why: 'A client that has no earlier response to compare with knows nothing about the representation but what the 206 tells it.',
  bad: "paths:\n  /film:\n    get:\n      parameters: [{ name: Range, in: header, schema: { type: string } }]\n      responses:\n        '200': { description: all, headers: { Content-Language: { schema: { type: string } } } }\n        '206': { description: a part, headers: { Content-Range: { schema: {} } } }",
  good: "paths:\n  /film:\n    get:\n      parameters: [{ name: Range, in: header, schema: { type: string } }]\n      responses:\n        '200': { description: all, headers: { Content-Language: { schema: { type: string } } } }\n        '206': { description: a part, headers: { Content-Range: { schema: {} }, Content-Language: { schema: { type: string } } } }",
  *response(reply) {
    for (const offence of unrepeated(reply)) if (!reply.operation.fields.has('if-range')) yield offence
  },
})
