import { rule } from './rule.js'
import { repeating } from './shown.js'

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
  bad: 'responses: { 200: { headers: { ETag: … } }, 304: {} }',
  good: 'responses: { 200: { headers: { ETag: … } }, 304: { headers: { ETag: … } } }',
  response: repeating('notModified', ['content-location', 'date', 'etag', 'vary', 'cache-control', 'expires']),
})
