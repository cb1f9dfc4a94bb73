import { rule } from './rule.js'

export const putContentRange400 = rule({
  id: 'put-content-range-400',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 9110 §14.5',
  words: '<method> with Content-Range is taken for the whole',
  fix: 'answer 400',
  summary: 'A server that does not know partial PUT answers 400 to Content-Range.',
  why: 'A part that is stored as the whole destroys the rest.',
  bad: '# the target knows no partial PUT\n> PUT /films/7\n> content-range: bytes 0-9/500\n< 204 No Content',
  good: '# the target knows no partial PUT\n> PUT /films/7\n> content-range: bytes 0-9/500\n< 400 Bad Request',
})
