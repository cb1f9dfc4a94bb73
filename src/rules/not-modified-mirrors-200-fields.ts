import { rule } from './rule.js'
import { repeating } from './shown.js'

/** What is repeated. */
export const mirrored: readonly string[] = ['content-location', 'date', 'etag', 'vary', 'cache-control', 'expires']

export const notModifiedMirrors200Fields = rule({
  id: 'not-modified-mirrors-200-fields',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 9110 §15.4.5',
  words: '<status> leaves out <field>, which the 200 has',
  fix: 'declare it on both',
  summary: 'A 304 repeats Content-Location, Date, ETag, Vary, Cache-Control and Expires of the 200.',
  why: 'A cache renews what it has stored with the fields of the 304, and finds the stored response by its validator.',
  bad: "paths:\n  /todos:\n    get:\n      responses:\n        '200': { description: the list, headers: { ETag: { schema: { type: string } } } }\n        '304': { description: as before }",
  good: "paths:\n  /todos:\n    get:\n      responses:\n        '200': { description: the list, headers: { ETag: { schema: { type: string } } } }\n        '304': { description: as before, headers: { ETag: { schema: { type: string } } } }",
  response: repeating('notModified', mirrored),
})
