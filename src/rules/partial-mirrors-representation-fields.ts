import { rule } from './rule.js'
import { repeating } from './shown.js'

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
  bad: 'responses: { 200: { headers: { Content-Language: … } }, 206: { headers: { Content-Range: … } } }',
  good: 'responses: { 200: { headers: { Content-Language: … } }, 206: { headers: { Content-Range: …, Content-Language: … } } }',
  *response(reply) {
    if (!reply.operation.fields.has('if-range')) yield* repeating('range', ['content-encoding', 'content-language', 'last-modified'])(reply)
  },
})
