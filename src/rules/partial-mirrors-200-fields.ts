import { rule } from './rule.js'
import { repeating } from './shown.js'

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
  bad: 'responses: { 200: { headers: { ETag: … } }, 206: { headers: { Content-Range: … } } }',
  good: 'responses: { 200: { headers: { ETag: … } }, 206: { headers: { Content-Range: …, ETag: … } } }',
  response: repeating('range', ['date', 'cache-control', 'etag', 'expires', 'content-location', 'vary']),
})
