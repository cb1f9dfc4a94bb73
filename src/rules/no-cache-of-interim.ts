import { rule } from './rule.js'

export const noCacheOfInterim = rule({
  id: 'no-cache-of-interim',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9111 §3',
  words: 'a cache stores <status>',
  fix: 'store the final response',
  summary: 'A cache stores no 1xx.',
  why: 'An interim response answers nothing by itself.',
  bad: '# stored\n> GET /todos\n< 103 Early Hints\n< 200 OK',
  good: '> GET /todos\n< 103 Early Hints\n# stored\n< 200 OK',
})
