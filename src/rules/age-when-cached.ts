import { rule } from './rule.js'

export const ageWhenCached = rule({
  id: 'age-when-cached',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 9111 §4',
  words: 'a response out of a cache has no Age',
  fix: 'send age',
  summary: 'A cache that answers without asking the origin sends Age.',
  why: 'Only so a client learns that what it got is not fresh from the origin.',
  bad: '# out of a cache\n> GET /todos\n< 200 OK',
  good: '# out of a cache\n> GET /todos\n< 200 OK\n< age: 42',
})
