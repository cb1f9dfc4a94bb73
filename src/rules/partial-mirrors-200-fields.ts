import { rule } from './rule.js'
import { repeating } from './shown.js'

/** What is repeated. */
export const mirrored: readonly string[] = ['date', 'cache-control', 'etag', 'expires', 'content-location', 'vary']

export const partialMirrors200Fields = rule({
  id: 'partial-mirrors-200-fields',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 9110 §15.3.7',
  words: '<status> leaves out <field>, which the 200 has',
  fix: 'declare it on both',
  summary: 'A 206 repeats Date, Cache-Control, ETag, Expires, Content-Location and Vary of the 200.',
  why: 'A cache combines parts only if their validators agree, and keeps them by the same rules as the whole.',
  bad: "paths:\n  /film:\n    get:\n      parameters: [{ name: Range, in: header, schema: { type: string } }]\n      responses:\n        '200': { description: the film, headers: { ETag: { schema: { type: string } } } }\n        '206': { description: a part, headers: { Content-Range: { schema: {} } } }",
  good: "paths:\n  /film:\n    get:\n      parameters: [{ name: Range, in: header, schema: { type: string } }]\n      responses:\n        '200': { description: the film, headers: { ETag: { schema: { type: string } } } }\n        '206': { description: a part, headers: { Content-Range: { schema: {} }, ETag: { schema: { type: string } } } }",
  response: repeating('range', mirrored),
})
