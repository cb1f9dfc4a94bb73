import { rule } from './rule.js'

export const unsafeInvalidatesCache = rule({
  id: 'unsafe-invalidates-cache',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9111 §4.4',
  words: 'a cache keeps what <method> has changed',
  fix: 'drop what is stored for the target',
  summary: 'A cache drops what it has for the target of an unsafe request that succeeds.',
  why: 'What it has stored may be no longer so.',
  bad: '> PUT /todos/7\n< 204 No Content\n# the cache gives back what it stored before\n> GET /todos/7',
  good: '> PUT /todos/7\n< 204 No Content\n# the cache asks the origin again\n> GET /todos/7',
})
